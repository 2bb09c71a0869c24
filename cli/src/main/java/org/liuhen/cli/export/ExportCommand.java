package org.liuhen.cli.export;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** x */
@Command(name = "export")
public final class ExportCommand implements Callable<Integer> {
    public ExportCommand(PrintStream out, PrintStream err) {}

    @Override
    public Integer call() {
        return 0;
    }
}
