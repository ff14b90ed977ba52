package firedrill.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page against axe-core's rules, contrast included, in both themes. */
class PageAccessibilityBrowserIT extends OpenBrowser {
    @Test
    void aRunningRunBreaksNoRule() throws PortUnavailableException {
        check(new SampleRun().at(75), "");
    }

    @Test
    void aStartingRunBreaksNoRule() throws PortUnavailableException {
        check(new SampleRun().at(0).starting().withoutBroker(), "");
    }

    @Test
    void aFinishedRunBreaksNoRule() throws PortUnavailableException {
        check(new SampleRun().at(180).finished(SampleFigures.READY_BILL), "");
    }

    @Test
    void dialogsBreakNoRule() throws PortUnavailableException {
        check(new SampleRun().at(75), "m");
        check(new SampleRun().at(75), "s");
        check(new SampleRun().at(75), "?");
        check(new SampleRun().at(75), "l");
    }

    private static void check(SampleRun run, String key) throws PortUnavailableException {
        try (WebServer server = WebServer.start(WebSettings.loopback(0), run, run)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page page = browser.open(server, scheme, 1366, 768);
                AxeBuilder rules = new AxeBuilder(page);
                if (!key.isEmpty()) {
                    page.keyboard().press(key);
                    page.waitForSelector("dialog");
                    rules.include("dialog");
                }
                assertThat(rules.analyze().getViolations())
                        .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                        .as("in %s, after key '%s'", scheme, key)
                        .isEmpty();
            }
            browser.closeWindows();
        }
    }
}
