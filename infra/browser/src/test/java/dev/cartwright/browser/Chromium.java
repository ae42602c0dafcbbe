package dev.cartwright.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine; where there is none, tests are left out. */
final class Chromium {

    private static final Path PLACE = Path.of("/usr/bin/chromium");
    /** A page that a test answers for has no address, and may ask for nothing on this machine unless one says so. */
    private static final String PAGES_OF_TESTS = "--disable-features=LocalNetworkAccessChecks";
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            PAGES_OF_TESTS, "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private static Browser shared;

    private Chromium() {}

    /** One for all tests of the JVM: what they keep apart are contexts. */
    static synchronized Browser shared() {
        Assumptions.assumeTrue(Files.isExecutable(PLACE), "There is no " + PLACE + ": install Debian's chromium");
        if (shared == null) {
            var playwright = Playwright.create(new CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            shared = playwright.chromium().launch(new LaunchOptions().setExecutablePath(PLACE).setArgs(ARGUMENTS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return shared;
    }
}
