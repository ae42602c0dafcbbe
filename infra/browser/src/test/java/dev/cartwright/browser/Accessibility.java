package dev.cartwright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** Whether everybody can use a page, as far as a program can tell. */
final class Accessibility {

    private static final List<String> BAD = List.of("serious", "critical");

    private Accessibility() {}

    static void assertNoFault(Page tab) {
        assertThat(new AxeBuilder(tab).analyze().getViolations().stream()
                .filter(fault -> BAD.contains(fault.getImpact()))
                .map(fault -> fault.getId() + ": " + fault.getHelp() + " " + fault.getNodes().get(0).getHtml()))
                .isEmpty();
    }
}
