package dev.cartwright.local.send;

import dev.cartwright.local.Home;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists products in a running system; to do it again changes nothing. */
@Command(name = "seed", mixinStandardHelpOptions = true,
    description = "Lists twenty products in a running Cartwright, so that its shop has something to show.",
    footer = {"", "Where a token is asked for, it is one of the role service or admin."})
public final class SeedCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Other events product-listed, as send takes them.")
    private Path file = Home.resolve("infra/local/seed/products.jsonl");

    @Mixin
    private Destination destination;

    @Override
    public Integer call() {
        boolean isListed = destination.send(file);
        if (isListed) {
            System.out.println("The shop is open: " + destination.url().resolve("/shop"));
        }
        return isListed ? 0 : 1;
    }
}
