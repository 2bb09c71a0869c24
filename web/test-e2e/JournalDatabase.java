import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.liuhen.postgres.LocalPostgres;

/**
 * The database of a stopped data folder, for tests that tamper with it: runs each line of its input as SQL, as the superuser, and
 * answers {@code ok} or the error; stops at the end of the input. Run with the class path of the command line.
 */
final class JournalDatabase {

    private JournalDatabase() {}

    public static void main(String[] arguments) throws Exception {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var postgres = LocalPostgres.start(LocalPostgres.Settings.in(Path.of(arguments[0])));
                var connection = postgres.access().connect();
                var statement = connection.createStatement()) {
            System.out.println("url " + postgres.access().url());
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                try {
                    statement.execute(line);
                    System.out.println("ok");
                } catch (java.sql.SQLException e) {
                    System.out.println("error " + e.getMessage().replace('\n', ' '));
                }
            }
        }
    }
}
