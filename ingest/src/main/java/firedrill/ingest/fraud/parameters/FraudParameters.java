package firedrill.ingest.fraud.parameters;

import firedrill.ingest.event.FraudTypology;
import java.util.Map;
import java.util.Objects;

/** All parameters of the fraud simulation: general ones first, then one record per typology. */
public record FraudParameters(
        AttackRates rate,
        SpecialtyMix mix,
        RingParameters ring,
        RingAccountParameters account,
        LearningParameters learning,
        TacticPriors prior,
        TacticParameters tactic,
        InfrastructureParameters infrastructure,
        RetryParameters retry,
        LoginToTradeParameters loginToTrade,
        FundingParameters funding,
        Map<FraudTypology, FraudProfile> profile,
        TakeoverParameters takeover,
        ControlBypassParameters controlBypass,
        SocialEngineeringParameters socialEngineering,
        MuleParameters mule,
        StructuringParameters structuring,
        ApiKeyTheftParameters apiKeyTheft,
        PromoFarmingParameters promoFarming,
        DepositFraudParameters depositFraud,
        WashTradingParameters washTrading,
        SpoofingParameters spoofing,
        PumpAndDumpParameters pumpAndDump) {

    /** Response profile of a typology. */
    public FraudProfile profileOf(FraudTypology typology) {
        return Objects.requireNonNull(profile.get(typology));
    }
}
