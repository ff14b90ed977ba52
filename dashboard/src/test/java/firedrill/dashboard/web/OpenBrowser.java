package firedrill.dashboard.web;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A test of the page in a real browser, which is open for all tests of a class. */
abstract class OpenBrowser {

    static BrowserSession browser;

    @BeforeAll
    static void openBrowser() {
        browser = new BrowserSession();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }
}
