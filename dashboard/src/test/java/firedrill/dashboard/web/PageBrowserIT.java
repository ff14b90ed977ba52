package firedrill.dashboard.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser, with the content security policy in force. */
class PageBrowserIT extends OpenBrowser {
    private final SampleRun run = new SampleRun().at(40);
    private WebServer server;

    @BeforeEach
    void start() throws PortUnavailableException {
        server = WebServer.start(WebSettings.loopback(0), run, run);
    }

    @AfterEach
    void stop() {
        browser.closeWindows();
        server.close();
    }

    @Test
    void thePageShowsTheFiguresAndFollowsThem() {
        Page page = open();
        assertThat(page.locator("header .clock")).containsText("Day 1 · 09:40");
        assertThat(card(page, "Net cost so far")).containsText("$6,680");
        assertThat(card(page, "Net cost so far")).containsText("$80 penalties for laundering");
        assertThat(card(page, "Precision and recall")).containsText("0.81");
        assertThat(card(page, "Precision and recall"))
                .containsText("26 of 40 thefts stopped, 10 missed, 4 slipped through at a retry");
        assertThat(card(page, "False positives and churn"))
                .containsText(
                        "0 of the lost users by word of mouth (expected 0.7): the lost told 13 people, 6 of them");
        assertThat(card(page, "Mode changes")).containsText("No mode change in this run");
        run.at(70);
        assertThat(page.locator("header .clock")).containsText("Day 1 · 10:10");
        assertThat(card(page, "Net cost so far")).containsText("$16,890");
        assertThat(page.locator("header")).containsText("the price falls 14 %");
        assertThat(card(page, "Mode changes")).containsText("PSI 0.28, critical 0.071, 640 withdrawals");
        assertThat(page.locator("[aria-live=polite]")).containsText("Mode changed to Rules");
        assertThat(page.locator(".plot canvas")).hasCount(4);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .allMatch(url -> url.startsWith(server.page().toString()));
    }

    @Test
    void unavailableFiguresAreShownInWords() {
        run.at(0).starting().withoutBroker();
        Page page = open();
        assertThat(page.locator(".banner"))
                .hasText("Not working: Kafka at 127.0.0.1:9092 does not answer. Is it running?");
        assertThat(card(page, "Precision and recall")).containsText("not available");
        assertThat(card(page, "Decision latency")).containsText("not available");
        assertThat(card(page, "Score drift (PSI)")).containsText("Not available");
        assertThat(page.locator("#charts")).containsText("No complete minute yet.");
        assertThat(page.locator("#decisions")).containsText("Nothing has been stopped yet.");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theThemeFollowsTheSystemUntilOneIsSelected() {
        Page page = browser.open(server, ColorScheme.DARK, 1366, 768);
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        button(page, "Light theme").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        page.keyboard().press("t");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theOperatorPinsTheModeWithAReason() {
        Page page = open();
        button(page, "Model m7 active").click();
        page.locator("dialog [value=RULES]").check();
        button(page, "Apply").click();
        assertThat(run.orders()).as("no command without a reason").isEmpty();
        page.getByLabel("Reason, recorded").fill("scores look odd to me");
        button(page, "Apply").click();
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(button(page, "Rules active")).containsText("pinned by operator");
        assertThat(run.orders()).containsExactly("mode RULES: scores look odd to me");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void modelsAreShownWithTheirAssignmentAndCanBeChanged() {
        Page page = open();
        Locator models = card(page, "Models");
        assertThat(models.locator("tbody tr").nth(1)).containsText("staged to 10.0 %");
        assertThat(models.locator("tbody tr").nth(1)).containsText("ana");
        assertThat(models).containsText("98.0 %");
        button(page, "Change model c0ffee123456").click();
        page.locator("dialog [value=STAGE]").check();
        page.getByLabel("Percentage of the users").fill("25");
        page.getByLabel("Reason, recorded").fill("a try");
        page.locator("dialog [type=submit]").click();
        assertThat(page.locator("dialog")).hasCount(0);
        button(page, "Roll back").click();
        page.getByLabel("Reason, recorded").fill("worse");
        page.locator("dialog [type=submit]").click();
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(run.orders()).containsExactly("stage c0ffee123456 to 0.25: a try", "roll back: worse");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void clustersAreShownWithTheBlastRadiusOfAFreeze() {
        Page page = open();
        Locator clusters = card(page, "Clusters");
        assertThat(clusters.locator("tbody tr").nth(0)).containsText("of user 17");
        button(page, "Blast radius of the cluster of user 17").click();
        assertThat(page.locator("dialog")).containsText("$18,251");
        assertThat(page.locator("dialog")).containsText("2 withdrawals");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void anOpenedDecisionShowsItsModelAndTheAssignment() {
        Page page = open();
        page.locator("#decisions tbody .link").first().click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("90aa12f3c401 trees of March, as staged model");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("ana at 09:20, command 9: cheaper in shadow");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aStoppedDecisionShowsReasonsAndCustomerNotice() {
        Page page = open();
        Locator reason = page.locator("#decisions tbody td.reason")
                .filter(new Locator.FilterOptions()
                        .setHasText("two-factor reset 22 minutes ago, first use of this device"));
        assertThat(reason.first().locator(".customer-notice"))
                .hasText(
                        "customer notice We want to be sure that it is you. We take a closer look at where this goes.");
        button(page, "All").click();
        assertThat(page.locator("#decisions tbody tr")
                        .filter(new Locator.FilterOptions().setHasText("ALLOW"))
                        .first()
                        .locator(".customer-notice"))
                .hasCount(0);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theReasonsOfADecisionAreReachedByTheKeyboardAlone() {
        Page page = open();
        page.keyboard().press("d");
        Locator opener = page.locator("#decisions tbody .link").first();
        for (int tabs = 0; tabs < 10 && !(boolean) opener.evaluate("it => it === document.activeElement"); tabs++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("two-factor reset 22 minutes ago, address shared by 6 accounts");
        assertThat(dialog).containsText("We want to be sure that it is you. We take a closer look at where this goes.");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
    }

    @Test
    void aRefusalIsShownInTheDialog() {
        run.refusing();
        Page page = open();
        page.keyboard().press("e");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End run"))
                .click();
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("The run is over.");
        assertThat(page.locator("dialog")).hasCount(1);
    }

    @Test
    void aScenarioIsStartedFromThePage() {
        Page page = open();
        button(page, "Scenarios").click();
        page.locator("dialog [value=quiet]").check();
        button(page, "Start").click();
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(run.orders()).containsExactly("scenario quiet");
    }

    @Test
    void aQuestionMarkOpensTheKeyListAndEscapeClosesIt() {
        Page page = open();
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Keyboard shortcuts");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
        page.keyboard().press("p");
        assertThat(page.locator("html")).hasAttribute("data-size", "projector");
        page.keyboard().press("d");
        assertThat(page.locator("#decisions")).isFocused();
    }

    @Test
    void thePausedTableKeepsItsLines() {
        Page page = open();
        Locator rows = page.locator("#decisions tbody tr");
        assertThat(rows.first()).containsText("09:");
        String before = rows.first().innerText();
        page.keyboard().press("Space");
        run.at(70);
        assertThat(page.locator("header .clock")).containsText("10:10");
        assertThat(page.locator("#decisions")).containsText("paused at 09:40:00");
        assertThat(rows.first()).hasText(before, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
        page.keyboard().press("Space");
        assertThat(rows.first()).containsText("10:0");
        assertThat(page.locator("#decisions .tag.allow")).hasCount(0);
        button(page, "All").click();
        assertThat(page.locator("#decisions .tag.allow").first()).isVisible();
    }

    @Test
    void aFinishedRunShowsItsBill() {
        run.at(180).finished(SampleFigures.READY_BILL);
        Page page = open();
        Locator bill = page.locator("#bill");
        assertThat(bill).containsText("This run cost $92,100 and 52 users.");
        assertThat(bill).containsText("it would have cost $114,765: you saved $22,665.");
        assertThat(bill.locator("tbody tr")).hasCount(4);
        assertThat(bill.locator("tbody tr").nth(2)).containsText("not available");
        assertThat(page.locator("header")).containsText("finished after 3 h");
        assertThat(button(page, "End run")).hasCount(0);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aLostConnectionIsShownAndTheFiguresAreMarkedStale() {
        Page page = open();
        server.close();
        assertThat(page.locator(".banner")).containsText("The connection to the server is lost; trying again.");
        assertThat(page.locator(".banner")).containsText("from 09:40 simulated time");
    }

    @Test
    void nothingIsWiderThanTheScreen() {
        for (int width : new int[] {420, 800, 1366, 1920}) {
            for (int minute : new int[] {40, 75, 180}) {
                run.at(minute);
                Page page = browser.open(server, ColorScheme.LIGHT, width, 900);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("width of the page at minute %d", minute)
                        .isEqualTo(width);
                page.context().close();
            }
        }
    }

    private Page open() {
        return browser.open(server, ColorScheme.LIGHT, 1366, 768);
    }

    private static Locator card(Page page, String title) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(title));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
