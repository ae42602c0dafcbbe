package dev.cartwright.image;

import dev.cartwright.local.UserError;
import dev.cartwright.local.servers.ServerStartException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the image of what is packaged, proves that it works, and pushes it to a registry. */
@Command(name = "image", mixinStandardHelpOptions = true,
        description = "Makes the container image of what is packaged, and proves that it works.")
public final class ImageCommand implements Callable<Integer> {

    @Option(names = "--to", paramLabel = "REFERENCE", description = "Pushes it there; without, it stays here as a tar.")
    private String reference;

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(new CommandLine(new ImageCommand()).setExecutionExceptionHandler(ImageCommand::explain)
                .execute(arguments));
    }

    @Override
    public Integer call() {
        var build = new ImageBuild();
        progress("Training Java with the functions");
        var tree = build.train(Jdk.require());
        progress("Writing the image and trying it");
        prove(build, build.write(tree).root());
        if (reference != null) {
            progress("Pushing " + reference);
            progress(build.container(tree).pushTo(reference));
        }
        return 0;
    }

    // why not always in a sandbox: a build inside a container may not make one.
    private static void prove(ImageBuild build, Path root) {
        var command = Sandbox.find().map(sandbox -> sandbox.of(root, Launch.strict(Path.of("/"))))
                .orElseGet(() -> Launch.strict(root));
        Smoke.test(command, build.build(), build.scratch());
    }

    private static void progress(String words) {
        System.out.println(words);
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
