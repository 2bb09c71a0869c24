package org.liuhen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.io.PrintWriter;
import org.liuhen.cli.assess.AssessCommand;
import org.liuhen.cli.collect.ClearCommand;
import org.liuhen.cli.collect.CollectCommand;
import org.liuhen.cli.export.ExportCommand;
import org.liuhen.cli.station.StationCommand;
import org.liuhen.cli.trace.TraceCommand;
import org.liuhen.cli.verify.VerifyCommand;
import org.liuhen.core.values.Bilingual;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line without the server: collection station, verifier, export, worked cases, traceability. */
public final class Main {

    private static final int USAGE = 2;

    private Main() {}

    @Command(
            name = "liuhen",
            description = {
                "留痕：行政执法全过程记录，从设备到证明。",
                "Liuhen: the whole process of enforcement on record, from camera to proof.",
                "",
                "liuhen COMMAND --help 查看用法 / tells how a command is used",
            },
            synopsisSubcommandLabel = "COMMAND")
    private static final class Root implements Runnable {
        @Override
        public void run() {
            throw new CommandLine.ParameterException(
                    new CommandLine(this), new Bilingual("请给出命令", "a command, please").toString());
        }
    }

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    /** Runs a command and gives its exit code: 2 for one that is not known or not well said. */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        var root = new CommandLine(new Root())
                .addSubcommand(new CollectCommand(out, err))
                .addSubcommand(new StationCommand(out, err))
                .addSubcommand(new ClearCommand(out, err))
                .addSubcommand(new VerifyCommand(out, err))
                .addSubcommand(new ExportCommand(out, err))
                .addSubcommand(new AssessCommand(out, err))
                .addSubcommand(new TraceCommand(out, err));
        root.getSubcommands().values().forEach(Main::withHelp);
        withHelp(root);
        root.setParameterExceptionHandler((e, _) -> misused(e));
        root.setOut(new PrintWriter(out, true, UTF_8)).setErr(new PrintWriter(err, true, UTF_8));
        if (arguments.length == 0) {
            root.usage(out);
            return USAGE;
        }
        return root.execute(arguments);
    }

    private static int misused(CommandLine.ParameterException e) {
        var command = e.getCommandLine();
        command.getErr().println(new Bilingual("命令的写法不对，用法见下", String.valueOf(e.getMessage())));
        command.usage(command.getErr());
        return USAGE;
    }

    private static void withHelp(CommandLine command) {
        command.getCommandSpec().addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                .usageHelp(true).description("用法 / how it is used").build());
        command.getCommandSpec().usageMessage().width(120).adjustLineBreaksForWideCJKCharacters(true);
    }
}
