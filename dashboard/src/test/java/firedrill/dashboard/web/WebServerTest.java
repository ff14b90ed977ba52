package firedrill.dashboard.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.dashboard.health.RunHealth;
import firedrill.dashboard.monitor.ClusterDetail;
import firedrill.dashboard.monitor.ClusterRow;
import firedrill.dashboard.monitor.DecisionProvenance;
import firedrill.dashboard.web.RawHttpClient.Reply;
import firedrill.dashboard.web.view.PageState;
import firedrill.scoring.evaluation.card.ModelCardDocument;
import firedrill.scoring.feature.catalogue.CatalogueEntry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebServerTest extends ServedRun {
    @Test
    void aTakenPortIsOneSentence() {
        assertThatThrownBy(() -> WebServer.start(WebSettings.loopback(server.port()), run, run))
                .isInstanceOf(PortUnavailableException.class)
                .hasMessageStartingWith("Cannot listen on 127.0.0.1:" + server.port())
                .hasMessageEndingWith("0 takes any free port.");
    }

    @Test
    void aPortOutOfRangeIsRefused() {
        assertThatThrownBy(() -> WebSettings.loopback(70_000)).hasMessage("port must be in 0..65535, was 70000");
    }

    @Test
    void theStateIsTheRecordAsJson() throws IOException {
        Reply reply = http.get("/api/state").send();
        assertThat(reply.head()).contains("Content-Type: application/json");
        assertThat(reply.body()).isEqualTo(new String(PageJson.write(run.state()), ISO_8859_1));
    }

    @Test
    void theCatalogueOfFeaturesIsThatOfTheScorer() throws IOException {
        assertThat(http.get("/api/features").send().body())
                .isEqualTo(new String(PageJson.write(CatalogueEntry.all()), ISO_8859_1));
    }

    @Test
    void clustersAreListedWithTheirBlastRadius() throws IOException {
        assertThat(http.get("/api/clusters").send().body())
                .isEqualTo("[{\"id\":17,\"users\":5,\"addresses\":2,\"confirmedUsers\":2,\"confirmedShare\":0.4,"
                        + "\"exclusivity\":0.875,\"sinceMillis\":" + SampleFigures.at(12) + ",\"balanceUsd\":18250.5},"
                        + "{\"id\":60,\"users\":2,\"addresses\":1,\"confirmedUsers\":0,\"confirmedShare\":0.0,"
                        + "\"exclusivity\":0.5,\"sinceMillis\":" + SampleFigures.at(3) + ",\"balanceUsd\":null}]");
        assertThat(http.get("/api/clusters/17").send().body())
                .contains("\"userIds\":[17,18,44,902,1310]")
                .contains("\"blastRadius\":{\"users\":5,\"unconfirmedUsers\":3,\"likelyHonestUsers\":1,"
                        + "\"likelyHonestShare\":0.2,\"balanceUsd\":18250.5,\"balanceKnownUsers\":4,\"pendingUsd\":4100.0,"
                        + "\"pendingWithdrawals\":2,\"medianAccountAgeDays\":12.5,\"hubShare\":0.125}");
    }

    @Test
    void unknownClustersAreNotFoundAndMalformedIdsAreRejected() throws IOException {
        assertThat(http.get("/api/clusters/60").send().status()).isEqualTo(404);
        assertThat(http.get("/api/clusters/0").send().status()).isEqualTo(400);
        assertThat(http.get("/api/clusters/x").send().body())
                .isEqualTo("{\"error\":\"The id of a cluster is that of its smallest user, a whole number.\"}");
    }

    @Test
    void healthNamesThePartThatFails() throws IOException {
        assertThat(http.get("/health/live").send().body()).isEqualTo("{\"live\":true}");
        assertThat(http.get("/health/ready").send().status()).isEqualTo(200);
        run.withoutBroker();
        Reply reply = http.get("/health/ready").send();
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body())
                .contains("\"ready\":false")
                .contains("\"state\":\"IMPAIRED\",\"cause\":\"Kafka at 127.0.0.1:9092 does not answer.\"")
                .contains("{\"name\":\"broker\",\"ok\":false,\"detail\":\"Kafka at 127.0.0.1:9092 does not answer.\"}");
    }

    @Test
    void metricsAreServedUnchanged() throws IOException {
        Reply reply = http.get("/metrics").send();
        assertThat(reply.head()).contains("text/plain; version=0.0.4");
        assertThat(reply.body()).isEqualTo(run.metrics());
    }

    @Test
    void aDecisionIsServedWithItsProvenance() throws IOException {
        Reply reply = http.get("/api/decisions/1003/model").send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .contains("\"customerReasons\":[\"We want to be sure that it is you.\","
                        + "\"We take a closer look at where this goes.\"]")
                .contains(
                        "\"eventId\":1003",
                        "\"model\":\"90aa12f3c401\"",
                        "\"role\":\"STAGED\"",
                        "\"assignedBy\":\"ana\"");
        assertThat(http.get("/api/decisions/1000000/model").send().status()).isEqualTo(404);
        for (String id : List.of("x", "0", "-1", "1e9", "9999999999999999999")) {
            assertThat(http.get("/api/decisions/" + id + "/model").send().status())
                    .as(id)
                    .isEqualTo(400);
        }
    }

    @Test
    void onlyThePagesOwnFilesAreServed() throws IOException {
        assertThat(http.get("/app.js").send().head()).contains("Content-Type: text/javascript");
        assertThat(http.get("/favicon.svg").send().head()).contains("Content-Type: image/svg+xml");
        for (String path : List.of(
                "/nothing",
                "/nothing.js",
                "/../log4j2.xml",
                "/%2e%2e/log4j2.xml",
                "/..%2flog4j2.xml",
                "//etc/passwd",
                "/vendor",
                "/vendor/",
                "/.hidden.js",
                "/a/b/c.js")) {
            Reply reply = http.get(path).send();
            assertThat(reply.status()).as(path).isIn(400, 404);
            assertThat(reply.body()).as(path).doesNotContain("Exception").doesNotContain("\tat ");
        }
    }

    @Test
    void theChampionsCardIsAPageWhoseTextIsNoMarkup() throws IOException {
        Reply reply = http.get("/models/champion").send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .contains("<h1>Model card: &lt;staged&gt;</h1>")
                .contains("<p>Made up &amp; &quot;quoted&quot;.</p>")
                .contains("<th scope=\"row\">a&lt;b</th><td>0.5</td>");
    }

    @Test
    void anInternalErrorDisclosesNoDetail() throws IOException, PortUnavailableException {
        PageSource broken = new PageSource() {
            @Override
            public PageState state() {
                throw new IllegalStateException("secret detail");
            }

            @Override
            public RunHealth health() {
                throw new IllegalStateException("secret detail");
            }

            @Override
            public Optional<DecisionProvenance> provenance(long eventId) {
                throw new IllegalStateException("secret detail");
            }

            @Override
            public List<ClusterRow> clusters() {
                throw new IllegalStateException("secret detail");
            }

            @Override
            public Optional<ClusterDetail> cluster(long id) {
                throw new IllegalStateException("secret detail");
            }

            @Override
            public String metrics() {
                throw new IllegalStateException("secret detail");
            }

            @Override
            public ModelCardDocument card() {
                throw new IllegalStateException("secret detail");
            }
        };
        try (WebServer failing = WebServer.start(WebSettings.loopback(0), broken, run)) {
            for (String path : List.of(
                    "/api/state",
                    "/health/ready",
                    "/metrics",
                    "/models/champion",
                    "/api/clusters",
                    "/api/clusters/7",
                    "/api/decisions/7/model")) {
                Reply reply = new RawHttpClient(failing.port()).get(path).send();
                assertThat(reply.status()).isEqualTo(500);
                assertThat(reply.body()).isEqualTo("{\"error\":\"The server failed; its log says why.\"}");
            }
        }
    }
}
