package firedrill.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.monitor.OrderFates.OrderFate;
import firedrill.dashboard.web.RawHttpClient.Reply;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands of the page: what reaches the run, what is refused and what is malformed. */
class CommandRoutesTest extends ServedRun {

    @Test
    void commandsReachTheRun() throws IOException {
        assertThat(http.order("/api/mode", "{\"mode\":\"RULES\",\"reason\":\" scores look\\nodd \"}")
                        .send())
                .satisfies(reply -> assertThat(reply.status()).isEqualTo(202))
                .satisfies(reply -> assertThat(reply.body()).isEqualTo("{\"accepted\":true}"));
        http.order("/api/mode", "{\"mode\":\"AUTOMATIC\",\"reason\":\"enough\"}")
                .send();
        http.order("/api/scenario", "{\"id\":\"crash-day\"}").send();
        http.order("/api/end", "{}").send();
        assertThat(run.orders())
                .containsExactly("mode RULES: scores look odd", "mode AUTOMATIC: enough", "scenario crash-day", "end");
    }

    @Test
    void aRefusedCommandReturnsItsReason() throws IOException {
        run.refusing();
        Reply reply = http.order("/api/end", "{}").send();
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.body()).isEqualTo("{\"error\":\"The run is over.\"}");
    }

    @Test
    void aCommandOfUnknownFateIsNeitherAcceptedNorRefusedAndCanBeLookedUp() throws IOException {
        run.uncertain(OrderFate.OPEN);
        Reply reply = http.order("/api/end", "{}").send();
        assertThat(reply.status()).isEqualTo(504);
        assertThat(reply.body())
                .isEqualTo("{\"error\":\"Kafka did not confirm the order.\",\"orderId\":\"" + SampleRun.UNCERTAIN_ORDER
                        + "\"}");
        String look = "/api/orders/" + SampleRun.UNCERTAIN_ORDER;
        assertThat(http.get(look).send().body()).contains("\"fate\":\"OPEN\"");
        run.uncertain(OrderFate.VOID);
        assertThat(http.get(look).send().body()).contains("\"fate\":\"VOID\"");
        assertThat(http.get(look.replace('3', '4')).send().status()).isEqualTo(404);
        assertThat(http.get("/api/orders/..%2f").send().status()).isIn(400, 404);
        assertThat(http.get("/api/orders/1").send().status()).isEqualTo(400);
    }

    @Test
    void malformedCommandsAreRejected() throws IOException {
        for (String body : List.of(
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"mode\":\"PROBATION\",\"reason\":\"x\"}",
                "{\"mode\":\"RULES\"}",
                "{\"mode\":\"RULES\",\"reason\":\"  \"}",
                "{\"mode\":\"RULES\",\"reason\":\"" + "x".repeat(301) + "\"}",
                "{\"mode\":\"RULES\",\"reason\":\"x\",\"threshold\":2}",
                "{\"mode\":\"RULES\",\"reason\":\"x\"} {}",
                "{\"mode\":\"RULES\",\"mode\":\"MODEL\",\"reason\":\"x\"}",
                "{\"mode\":1,\"reason\":\"x\"}",
                "{\"mode\":\"1\",\"reason\":\"x\"}",
                "{\"mode\":\"rules\",\"reason\":\"x\"}",
                "{\"mode\":\"\",\"reason\":\"x\"}",
                "{\"mode\":[\"RULES\"],\"reason\":\"x\"}",
                "{\"mode\":\"RULES\",\"reason\":12}",
                "{\"mode\":\"RULES\",\"reason\":1.5}",
                "{\"mode\":\"RULES\",\"reason\":true}",
                "{\"mode\":\"RULES\",\"reason\":[\"x\"]}",
                "{\"mode\":\"RULES\",\"reason\":\"\\u200b\\u202e\"}",
                "{\"mode\":\"RULES\",\"reason\":\"a\\u202eb\"}",
                "{\"mode\":\"RULES\",\"reason\":\"\\ud800\"}",
                "{\"mode\":\"RULES\",\"reason\":\"a\\u0000b\"}",
                "{\"mode\":\"RULES\",\"reason\":\"a\\u001b[2Jb\"}",
                // One byte that is no UTF-8.
                "{\"mode\":\"RULES\",\"reason\":\"\u00ff\"}",
                "\"RULES\"",
                "1",
                "[".repeat(5_000))) {
            assertThat(http.order("/api/mode", body).send().status()).as(body).isEqualTo(400);
        }
        assertThat(http.order("/api/scenario", "\"quiet\"").send().status()).isEqualTo(400);
        assertThat(http.order("/api/scenario", "{\"id\":7}").send().status()).isEqualTo(400);
        assertThat(http.order("/api/end", "{\"now\":true}").send().status()).isEqualTo(400);
        for (String id : List.of("../../etc/passwd", "http://evil.example", "Crash Day", "", "x".repeat(65))) {
            assertThat(http.order("/api/scenario", "{\"id\":\"" + id + "\"}")
                            .send()
                            .status())
                    .as(id)
                    .isEqualTo(400);
        }
        assertThat(run.orders()).isEmpty();
    }

    @Test
    void modelCommandsReachTheRun() throws IOException {
        for (String body : List.of(
                "{\"command\":\"PROMOTE\",\"id\":\"90aa12f3c401\",\"reason\":\"cheaper\"}",
                "{\"command\":\"ROLL_BACK\",\"reason\":\"worse\"}",
                "{\"command\":\"STAGE\",\"id\":\"90aa12f3c401\",\"share\":0.1,\"reason\":\"a try\"}",
                "{\"command\":\"UNSTAGE\",\"reason\":\"enough\"}",
                "{\"command\":\"SHADOW\",\"id\":\"c0ffee123456\",\"reason\":\"watch\"}",
                "{\"command\":\"UNSHADOW\",\"id\":\"c0ffee123456\",\"reason\":\"seen\"}",
                "{\"command\":\"RETIRE\",\"id\":\"c0ffee123456\",\"reason\":\"old\"}")) {
            assertThat(http.order("/api/model", body).send().status()).as(body).isEqualTo(202);
        }
        assertThat(run.orders())
                .containsExactly(
                        "promote 90aa12f3c401: cheaper",
                        "roll back: worse",
                        "stage 90aa12f3c401 to 0.1: a try",
                        "unstage: enough",
                        "shadow c0ffee123456: watch",
                        "end shadow of c0ffee123456: seen",
                        "retire c0ffee123456: old");
    }

    @Test
    void malformedModelCommandsAreRejected() throws IOException {
        for (String body : List.of(
                "{}",
                "{\"command\":\"ADMIT\",\"id\":\"90aa12f3c401\",\"reason\":\"x\"}",
                "{\"command\":\"PROMOTE\",\"reason\":\"x\"}",
                "{\"command\":\"PROMOTE\",\"id\":\"../../etc/passwd\",\"reason\":\"x\"}",
                "{\"command\":\"PROMOTE\",\"id\":\"http://evil.example/m\",\"reason\":\"x\"}",
                "{\"command\":\"PROMOTE\",\"id\":\"90AA12F3C401\",\"reason\":\"x\"}",
                "{\"command\":\"PROMOTE\",\"id\":\"90aa12f3c401\"}",
                "{\"command\":\"STAGE\",\"id\":\"90aa12f3c401\",\"reason\":\"x\"}",
                "{\"command\":\"STAGE\",\"id\":\"90aa12f3c401\",\"share\":0,\"reason\":\"x\"}",
                "{\"command\":\"STAGE\",\"id\":\"90aa12f3c401\",\"share\":1.5,\"reason\":\"x\"}",
                "{\"command\":\"STAGE\",\"id\":\"90aa12f3c401\",\"share\":\"0.5\",\"reason\":\"x\"}",
                "{\"command\":0,\"id\":\"90aa12f3c401\",\"reason\":\"x\"}",
                "{\"command\":\"ROLL_BACK\",\"id\":\"90aa12f3c401\",\"reason\":\"x\"}",
                "{\"command\":\"PROMOTE\",\"id\":\"90aa12f3c401\",\"share\":0.5,\"reason\":\"x\"}",
                "{\"command\":\"ROLL_BACK\",\"file\":\"m.tribuo\",\"reason\":\"x\"}")) {
            assertThat(http.order("/api/model", body).send().status()).as(body).isEqualTo(400);
        }
        assertThat(http.order("/api/model", "{\"command\":\"ROLL_BACK\",\"reason\":\"x\"}")
                        .without("X-Firedrill-Token")
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(run.orders()).isEmpty();
    }
}
