package dev.cartwright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** Whether a page was ever wider than its window, be it for one frame, and be what was too much cut off. */
final class Width {

    // What scrolls by itself, and what is meant to be cut off, may be as wide as it likes within.
    private static final String WATCH = """
            const tooWide = window.tooWide = new Set();
            const look = within => {
              for (const one of within.children) {
                if (one.getBoundingClientRect().right > innerWidth + 1) {
                  tooWide.add(`${within.host?.localName ?? within.localName} ${one.outerHTML}`.slice(0, 200));
                } else if (!['auto', 'scroll', 'hidden'].includes(getComputedStyle(one).overflowX)) {
                  look(one);
                  one.shadowRoot && look(one.shadowRoot);
                }
              }
            };
            const watch = () => {
              if (document.body) {
                look(document.body);
                document.documentElement.scrollWidth > innerWidth && tooWide.add(`page ${document.documentElement.scrollWidth}`);
              }
              requestAnimationFrame(watch);
            };
            watch();""";

    private Width() {}

    /** Looks at each frame of each page that the visitor opens from now on. */
    static void watch(Visitor visitor) {
        visitor.context().addInitScript("{" + WATCH + "}");
    }

    static void assertIsNotTooMuch(Page tab) {
        assertThat(tab.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }

    static void assertWasNeverTooMuch(Page tab) {
        assertThat((List<?>) tab.evaluate("[...tooWide]")).isEmpty();
    }
}
