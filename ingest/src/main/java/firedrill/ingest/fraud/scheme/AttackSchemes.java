package firedrill.ingest.fraud.scheme;

import firedrill.ingest.customer.behaviour.HistoricalActivity;
import firedrill.ingest.event.FraudTypology;
import firedrill.ingest.fraud.ring.Attack;
import java.util.function.Consumer;

/** The schemes of all typologies. */
public final class AttackSchemes {

    private final Scheme accountTakeover;
    private final Scheme controlBypass;
    private final Scheme socialEngineering;
    private final Scheme mulePassThrough;
    private final Scheme structuring;
    private final Scheme apiKeyTheft;
    private final Scheme promoFarming;
    private final Scheme depositFraud;
    private final Scheme washTrading;
    private final Scheme spoofing;
    private final Scheme pumpAndDump;

    /**
     * Creates the schemes.
     *
     * @param startMillis start of the simulation
     * @param history receives the steps of takeovers and of social engineering that lie before the start
     */
    public AttackSchemes(AttackContext context, long startMillis, Consumer<HistoricalActivity> history) {
        accountTakeover = new AccountTakeover(context, startMillis, history);
        controlBypass = new ControlBypass(context);
        socialEngineering = new SocialEngineering(context, startMillis, history);
        mulePassThrough = new MulePassThrough(context);
        structuring = new Structuring(context);
        apiKeyTheft = new ApiKeyTheft(context);
        promoFarming = new PromoFarming(context);
        depositFraud = new DepositFraud(context);
        washTrading = new WashTrading(context);
        spoofing = new Spoofing(context);
        pumpAndDump = new PumpAndDump(context);
    }

    /** Schedules all steps of an attack, by the scheme of its typology. */
    public void schedule(Attack attack) {
        scheme(attack.typology()).schedule(attack);
    }

    private Scheme scheme(FraudTypology typology) {
        return switch (typology) {
            case ACCOUNT_TAKEOVER, SIM_SWAP -> accountTakeover;
            case CONTROL_BYPASS -> controlBypass;
            case SOCIAL_ENGINEERING -> socialEngineering;
            case MULE_RING -> mulePassThrough;
            case STRUCTURING -> structuring;
            case API_KEY_THEFT -> apiKeyTheft;
            case PROMO_FARMING -> promoFarming;
            case DEPOSIT_FRAUD -> depositFraud;
            case WASH_TRADING -> washTrading;
            case SPOOFING -> spoofing;
            case PUMP_AND_DUMP -> pumpAndDump;
        };
    }
}
