package firedrill.dashboard.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real Chromium with one page in it, that notes what the page complained about and whom it asked for anything. */
final class BrowserSession implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    BrowserSession() {
        Path chromium = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
        if (!Files.isExecutable(chromium)) {
            throw new IllegalStateException(
                    "There is no browser at " + chromium + ": install chromium, or set CHROMIUM to where it is.");
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox")));
    }

    /** A window without any memory of earlier ones. */
    Page open(WebServer server, ColorScheme scheme, int width, int height) {
        BrowserContext window = browser.newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, height));
        Page page = window.newPage();
        page.setDefaultTimeout(10_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(server.page().toString());
        page.waitForSelector("main .card");
        return page;
    }

    /** Errors and warnings of the console. */
    List<String> complaints() {
        return complaints;
    }

    /** Closes all windows and forgets what they noted. */
    void closeWindows() {
        browser.contexts().forEach(BrowserContext::close);
        complaints.clear();
        requests.clear();
    }

    /** The addresses that were asked for. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
