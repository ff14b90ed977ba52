package firedrill.scoring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Market;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ModelOrder.Admit;
import firedrill.scoring.decision.ModelOrder.Promote;
import firedrill.scoring.decision.ModelOrder.Shadow;
import firedrill.scoring.decision.ModelOrder.Stage;
import firedrill.scoring.decision.ShadowScore.Opinion;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.rule.RuleSet;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LineupTest {

    private static final Decider FOUNDER = decider("founder", 0.01);
    private static final Decider MILD = decider("a", 0.02);
    private static final Decider HARSH = decider("b", 0.9);
    private static final Map<String, Decider> LOADED = Map.of("a", MILD, "b", HARSH, "c", decider("c", 0.03));

    private static final Withdrawal WITHDRAWAL = new Withdrawal(
            77,
            5,
            1_767_225_600_000L,
            new Market(0, 0, 6_000_000),
            new Account(Tier.RETAIL, Jurisdiction.EU, 0),
            4,
            6,
            "BTC",
            500_000,
            520_000,
            false);

    @Test
    void whatTheScorerWasStartedWithDecidesUntilAChampionIsLoaded() {
        assertThat(Lineup.of(Roster.EMPTY, FOUNDER, LOADED).of(7)).isSameAs(FOUNDER);
        assertThat(Lineup.of(roster(new Admit("a", "")), FOUNDER, Map.of()).of(7))
                .isSameAs(FOUNDER);
        assertThat(Lineup.of(roster(new Admit("a", "")), FOUNDER, LOADED).of(7)).isSameAs(MILD);
    }

    @Test
    void theChampionBeforeGoesOnWhileThePromotedOneIsNotLoaded() {
        Roster roster = roster(new Admit("a", ""), new Admit("x", ""), new Promote("x"));
        assertThat(Lineup.of(roster, FOUNDER, LOADED).of(7).modelHash()).isEqualTo("a");
    }

    @Test
    void theStagedVersionHasItsUsersAndSaysSo() {
        Roster roster = roster(new Admit("a", ""), new Admit("b", ""), new Stage("b", 0.3));
        Lineup lineup = Lineup.of(roster, FOUNDER, LOADED);
        long staged = LongStream.rangeClosed(1, 1_000)
                .filter(user -> decision(lineup.of(user))
                        .versions()
                        .equals(new Versions(
                                "b",
                                Feature.FINGERPRINT,
                                RuleSet.shipped().hash(),
                                Policy.DEFAULT.hash(),
                                Role.STAGED)))
                .count();
        long takes = LongStream.rangeClosed(1, 1_000)
                .filter(roster.staged().orElseThrow()::takes)
                .count();
        assertThat(staged).isEqualTo(takes).isBetween(240L, 360L);
        assertThat(decision(lineup.champion()).versions().role()).isEqualTo(Role.CHAMPION);
    }

    @Test
    void aStagedVersionThatIsNotLoadedLeavesItsUsersToTheChampion() {
        Lineup lineup = Lineup.of(roster(new Admit("a", ""), new Admit("x", ""), new Stage("x", 1)), FOUNDER, LOADED);
        assertThat(lineup.of(7).modelHash()).isEqualTo("a");
    }

    @Test
    void aShadowSeesWhatWasDecidedAndSaysWhatItWouldHaveLetPass() {
        Lineup lineup = Lineup.of(roster(new Admit("a", ""), new Admit("b", ""), new Shadow("b")), FOUNDER, LOADED);
        Decision made = decision(lineup.of(5));
        assertThat(lineup.shadows()).containsExactly(HARSH);
        ShadowScore harsh = lineup.shadows().get(0).shadow(WITHDRAWAL, made);
        Action instead = decision(HARSH).action();
        assertThat(instead).isEqualTo(Action.BLOCK);
        assertThat(harsh)
                .isEqualTo(new ShadowScore(
                        77,
                        5,
                        1_767_225_600_000L,
                        500_000,
                        new Opinion("a", 0.02, made.action()),
                        new Opinion("b", 0.9, Action.BLOCK),
                        -ShadowScore.passingCents(made.answer(), WITHDRAWAL)));
        assertThat(harsh.agrees()).isFalse();
    }

    @Test
    void aMilderShadowWouldHaveLetMorePass() {
        ShadowScore mild = MILD.shadow(WITHDRAWAL, decision(HARSH));
        assertThat(mild.flipCents())
                .isEqualTo(ShadowScore.passingCents(decision(MILD).answer(), WITHDRAWAL));
    }

    @Test
    void twoThatDoTheSameAgree() {
        ShadowScore same = HARSH.shadow(WITHDRAWAL, decision(decider("d", 0.91)));
        assertThat(same.agrees()).isTrue();
        assertThat(same.flipCents()).isZero();
    }

    private static Roster roster(ModelOrder... orders) {
        Control control = Control.START;
        for (ModelOrder order : orders) {
            control = control.after(new ModelCommand(control.version() + 1, 0, "ana", "", "id", order));
        }
        return control.roster();
    }

    private static Decision decision(Decider decider) {
        double[] features = new double[Feature.COUNT];
        features[Feature.AMOUNT_USD.ordinal()] = 5_000;
        return decider.decide(WITHDRAWAL, features, Control.START, false, Timing.NONE);
    }

    private static Decider decider(String hash, double probability) {
        return new Decider(new Fixed(hash, probability, Map.of()), RuleSet.shipped(), Policy.DEFAULT);
    }
}
