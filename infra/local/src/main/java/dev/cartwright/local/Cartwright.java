package dev.cartwright.local;

import dev.cartwright.local.send.SeedCommand;
import dev.cartwright.local.send.SendCommand;
import dev.cartwright.local.servers.ServerStartException;
import dev.cartwright.local.supervisor.LocalCommand;
import dev.cartwright.local.watch.WatchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Cartwright on a laptop. */
@Command(name = "deploy.sh", description = "Runs Cartwright on this machine, sends it events and shows what happens.",
    subcommands = {LocalCommand.class, SendCommand.class, SeedCommand.class, WatchCommand.class},
    mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class Cartwright {
    private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

    private Cartwright() {
    }

    public static void main(String[] arguments) {
        if (System.getProperty(LOG_FORMAT) == null) {
            System.setProperty(LOG_FORMAT, "%1$tT.%1$tL %4$s %5$s%6$s%n");
        }
        System.exit(run(arguments));
    }

    /** Runs one command and returns its exit code. */
    public static int run(String... arguments) {
        return commandLine(new Cartwright()).execute(arguments);
    }

    /** A command whose {@link UserError}s are told in one line each. */
    public static CommandLine commandLine(Object command) {
        return new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(Cartwright::explain);
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult ignored)
        throws Exception {
        if (failure instanceof ServerStartException || failure instanceof UserError) {
            command.getErr().println(failure.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        throw failure;
    }
}
