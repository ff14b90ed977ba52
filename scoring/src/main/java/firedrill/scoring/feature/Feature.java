package firedrill.scoring.feature;

import static firedrill.ingest.event.FraudTypology.ACCOUNT_TAKEOVER;
import static firedrill.ingest.event.FraudTypology.API_KEY_THEFT;
import static firedrill.ingest.event.FraudTypology.CONTROL_BYPASS;
import static firedrill.ingest.event.FraudTypology.DEPOSIT_FRAUD;
import static firedrill.ingest.event.FraudTypology.MULE_RING;
import static firedrill.ingest.event.FraudTypology.PROMO_FARMING;
import static firedrill.ingest.event.FraudTypology.PUMP_AND_DUMP;
import static firedrill.ingest.event.FraudTypology.SIM_SWAP;
import static firedrill.ingest.event.FraudTypology.SOCIAL_ENGINEERING;
import static firedrill.ingest.event.FraudTypology.SPOOFING;
import static firedrill.ingest.event.FraudTypology.STRUCTURING;
import static firedrill.ingest.event.FraudTypology.WASH_TRADING;
import static firedrill.scoring.feature.EventFeatures.clamp;
import static firedrill.scoring.feature.EventFeatures.clampDepth;
import static firedrill.scoring.feature.FeatureExtractor.access;
import static firedrill.scoring.feature.FeatureExtractor.address;
import static firedrill.scoring.feature.FeatureExtractor.device;
import static firedrill.scoring.feature.FeatureExtractor.event;
import static firedrill.scoring.feature.FeatureExtractor.funding;
import static firedrill.scoring.feature.FeatureExtractor.market;
import static firedrill.scoring.feature.FeatureExtractor.network;
import static firedrill.scoring.feature.FeatureExtractor.payouts;
import static firedrill.scoring.feature.FeatureExtractor.source;
import static firedrill.scoring.feature.FeatureExtractor.symbol;
import static firedrill.scoring.feature.FeatureExtractor.trading;
import static firedrill.scoring.feature.FeatureExtractor.user;
import static firedrill.scoring.feature.Measure.BPS;
import static firedrill.scoring.feature.Measure.DAYS;
import static firedrill.scoring.feature.Measure.FLAG;
import static firedrill.scoring.feature.Measure.FRACTION;
import static firedrill.scoring.feature.Measure.MINUTES;
import static firedrill.scoring.feature.Measure.NUMBER;
import static firedrill.scoring.feature.Measure.RANK;
import static firedrill.scoring.feature.Measure.RATE_BPS;
import static firedrill.scoring.feature.Measure.RATIO;
import static firedrill.scoring.feature.Measure.SIGMA;
import static firedrill.scoring.feature.Measure.USD;
import static firedrill.scoring.feature.window.Windows.AGE_LIMIT;
import static firedrill.scoring.feature.window.Windows.COARSE_DAY;
import static firedrill.scoring.feature.window.Windows.COARSE_WEEK;
import static firedrill.scoring.feature.window.Windows.DAY;
import static firedrill.scoring.feature.window.Windows.FIVE_MINUTES;
import static firedrill.scoring.feature.window.Windows.HOUR;
import static firedrill.scoring.feature.window.Windows.MINUTE;
import static firedrill.scoring.feature.window.Windows.MONTH;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.FraudTypology;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.scoring.feature.window.UsdAmounts;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Feature catalogue: every number that models and rules see of an order or a withdrawal, in the order of the vector.
 *
 * <p>Each is computed from earlier events, and from this event's own content. All are finite; those of {@link
 * Scale#LOG} are at least 0. A sum over a window never counts what is older than the window, and may already have
 * dropped its oldest tile. Ages are capped at seven days, which is also their value for what never happened. An id that
 * is not among an entity's last sixteen is new to it again. A count of ids is exact up to fifteen; it ends there, or
 * continues as a sketch with a standard error of 4.6 % whose oldest tile may be missing. A feature that does not apply
 * has its missing value: orders have no address, only withdrawals read network and source, since each costs an operator
 * of the stream, and only thinly traded symbols have a state.
 *
 * <p>The numbers behind the features (tile lengths, half-lives, capacities, regime bounds, hub thresholds) are
 * constants and not parameters: they belong to the contract of every trained model, and some to the savepoint layout.
 * The fingerprint does not cover them, only what {@link Definition} holds; a change of one needs a change of the
 * feature's meaning text as well.
 */
@SuppressWarnings("ImmutableEnumChecker") // Holds functions, and a set that is never written.
public enum Feature {
    // spotless:off A table: one feature a line or two, which the formatter would make eight.
    IS_ORDER(FLAG, event(DecisionRequest.class, EventFeatures::isOrder), "1 for an order, 0 for a withdrawal"),
    AMOUNT_USD(USD, event(DecisionRequest.class, asked -> UsdAmounts.toUsd(asked.amountCents())),
            "dollars that move if it is let through", ACCOUNT_TAKEOVER),
    DRAIN_FRACTION(FRACTION, event(DecisionRequest.class, EventFeatures::drainFraction),
            "withdrawal: share of the account's worth that leaves; sell: share of the coin held that is sold; buy: 0,"
                    + " it drains nothing", ACCOUNT_TAKEOVER),
    ACCOUNT_AGE_DAYS(DAYS, event(DecisionRequest.class, EventFeatures::accountAgeDays),
            "since the account was opened", MULE_RING, DEPOSIT_FRAUD),
    VOLATILITY_Z(SIGMA, market(now -> clamp(now.volatilityZ())),
            "volatility of the last hour, from its usual level; +-100"),
    RETURN_Z(SIGMA, market(now -> clamp(now.returnZ())), "return of the last hour; negative when the price fell; +-100"),
    WITHDRAWALS_1H(NUMBER.within(HOUR), payouts(PayoutState::withdrawals1h),
            "withdrawals asked for; tiles of 1 minute", STRUCTURING),
    WITHDRAWN_USD_24H(USD.within(DAY), payouts(PayoutState::withdrawnUsd24h),
            "asked to withdraw; tiles of 30 minutes", STRUCTURING),
    AMOUNT_TO_USUAL(RATIO, user(DecisionRequest.class, UserState::amountToUsual),
            "to the running mean of the last 16 or so; 1 for the first", SOCIAL_ENGINEERING),
    MINUTES_SINCE_CREDENTIAL_CHANGE(MINUTES, access(AccessState::minutesSinceCredentialChange),
            "password, two-factor, e-mail or phone", ACCOUNT_TAKEOVER),
    MINUTES_SINCE_DEVICE_FIRST_USED(MINUTES, access(ExchangeEvent.class, AccessState::minutesSinceDeviceFirstUsed),
            "by this user; 0 if never before", ACCOUNT_TAKEOVER),
    MINUTES_SINCE_ADDRESS_FIRST_USED(MINUTES, payouts(Withdrawal.class, PayoutState::minutesSinceAddressFirstUsed),
            "by this user; 0 if never before", ACCOUNT_TAKEOVER),
    MINUTES_SINCE_DEPOSIT(MINUTES, funding(FundingState::minutesSinceDeposit),
            "how long the last money dwelt", SOCIAL_ENGINEERING, MULE_RING, DEPOSIT_FRAUD),
    SOLD_USD_1H(USD.within(HOUR), trading(TradingState::soldUsd1h),
            "dollars the user sold; tiles of 1 minute", ACCOUNT_TAKEOVER),
    LOGINS_1H(NUMBER.within(HOUR), access(AccessState::logins1h),
            "sessions the user opened; tiles of 1 minute", ACCOUNT_TAKEOVER),
    DEVICE_USERS_7D(NUMBER.within(AGE_LIMIT), device(DeviceState::otherUsers7d),
            "distinct users other than this one; beyond 16 a sketch, +-5 %", MULE_RING),
    DEVICE_AGE_MINUTES(MINUTES, device(DeviceState::ageMinutes),
            "since anybody first used it; 0 if nobody did", ACCOUNT_TAKEOVER),
    ADDRESS_USERS_7D(NUMBER.within(AGE_LIMIT), address(AddressState::otherUsers7d),
            "distinct users other than this one; beyond 16 a sketch, +-5 %", SOCIAL_ENGINEERING, MULE_RING, PROMO_FARMING),
    ADDRESS_AGE_MINUTES(MINUTES, address(AddressState::ageMinutes),
            "since anybody first withdrew to it; 0 if nobody", ACCOUNT_TAKEOVER),
    ADDRESS_RECEIVED_USD_24H(USD.within(DAY), address(AddressState::receivedUsd24h),
            "from all users; tiles of 30 minutes", SOCIAL_ENGINEERING),
    SECOND_FACTOR_MISSING(FLAG, event(Withdrawal.class, asked -> asked.hasSecondFactor() ? 0 : 1),
            "the log has no second factor for a withdrawal", CONTROL_BYPASS),
    JUST_UNDER_LIMIT(FLAG, event(Withdrawal.class, EventFeatures::isJustUnderLimit),
            "withdrawal within 10 % below $1,000, $3,000 or $10,000", STRUCTURING),
    BY_API_KEY(FLAG, event(Order.class, EventFeatures::isByApiKey), "an order placed by a program", API_KEY_THEFT),
    MARKET_OFF_BPS(BPS, event(Order.class, EventFeatures::marketOffsetBps),
            "market order: its price from the middle, against it; to 10000", API_KEY_THEFT, PUMP_AND_DUMP),
    RESTS_OFF_BPS(BPS, event(Order.class, EventFeatures::limitOffsetBps),
            "limit order: how far from the best price it rests; to 10000", SPOOFING),
    CANCELLED_TO_AMOUNT(RATIO.withMissing(0), event(Order.class, EventFeatures::cancelledToAmount),
            "own orders cancelled in the last minute, to this order", SPOOFING),
    LIQUIDATED_SHARE(FRACTION, market(MarketSnapshot::liquidatedShare), "of open interest, closed by force in the last hour"),
    DEPTH_SHARE(RATIO, market(now -> clampDepth(now.depthShare())), "of the order book's usual depth; at most 100"),
    FUNDING_BPS(RATE_BPS, market(now -> clamp(now.fundingBps())), "funding rate per 8 hours; +-100"),
    MINUTES_SINCE_SIM_CHANGE(MINUTES, access(AccessState::minutesSinceSimChange),
            "a new card for the user's phone number", SIM_SWAP),
    MINUTES_SINCE_API_KEY_MADE(MINUTES, access(AccessState::minutesSinceApiKeyCreated),
            "the last key for programs that was made", API_KEY_THEFT),
    LAST_LOGIN_FACTOR(RANK, access((memory, now) -> memory.lastFactor),
            "beside the password: 0 nothing, 1 SMS, 2 app, 3 key", SIM_SWAP),
    MINUTES_SINCE_NETWORK_FIRST_USED(MINUTES, access(ExchangeEvent.class, AccessState::minutesSinceNetworkFirstUsed),
            "by this user; 0 if never before", ACCOUNT_TAKEOVER),
    MINUTES_SINCE_API_KEY_USED(MINUTES.withMissing(0), access(Order.class, AccessState::minutesSinceApiKeyUsed),
            "how long the key slept; 7 days if it is unused", API_KEY_THEFT),
    MINUTES_SINCE_KEY_ON_NETWORK(MINUTES, access(Order.class, AccessState::minutesSinceKeyFirstOnNetwork),
            "since the key was first used from here", API_KEY_THEFT),
    HOUR_ODDNESS(FRACTION.withMissing(1), access(DecisionRequest.class, AccessState::loginHourDistance),
            "0 at the hour of the last 32 or so logins, 2 opposite", ACCOUNT_TAKEOVER),
    AMOUNT_TO_LARGEST(RATIO, user(DecisionRequest.class, UserState::amountToLargest),
            "to the largest earlier of its kind, which fades; 1 for a first", SOCIAL_ENGINEERING),
    DEPOSITED_USD_24H(USD.within(COARSE_DAY), funding(FundingState::depositedUsd24h),
            "all that came in; tiles of 2 hours", MULE_RING),
    PASS_THROUGH_24H(RATIO.within(DAY).withMissing(0), user(DecisionRequest.class, UserState::passThrough24h),
            "withdrawn to deposited; 0 below $200 deposited", MULE_RING),
    REVERSIBLE_SHARE(FRACTION, funding(DecisionRequest.class, FundingState::reversibleShare),
            "of what is held, money of the last 3 days that can be called back", DEPOSIT_FRAUD),
    FUNDING_AGE_MINUTES(MINUTES, funding(FundingState::fundingAgeMinutes),
            "since the last deposit's source first paid the user", DEPOSIT_FRAUD),
    REWARD_SHARE_7D(FRACTION.within(COARSE_WEEK), funding(FundingState::rewardShare7d),
            "of deposits; tiles of 12 hours", PROMO_FARMING),
    BAND_WITHDRAWALS_24H(NUMBER.within(COARSE_DAY), payouts(PayoutState::justBelowThreshold24h),
            "just under a limit; tiles of 2 hours", STRUCTURING),
    ADDRESSES_24H(NUMBER.within(DAY), payouts(DecisionRequest.class, PayoutState::otherAddresses24h),
            "the user withdrew to, other than this; at most 15", STRUCTURING),
    ORDERS_1M(NUMBER.within(MINUTE), trading(TradingState::orders1m),
            "orders the user placed; tiles of 5 seconds", API_KEY_THEFT),
    TRADED_USD_24H(USD.within(COARSE_DAY), trading(Order.class, TradingState::tradedUsd24h),
            "the user's market orders before this order; tiles of 2 hours", WASH_TRADING),
    NET_TO_GROSS_24H(FRACTION.within(COARSE_DAY).withMissing(1), trading(Order.class, TradingState::netToGross24h),
            "order: |bought - sold| to traded; 1 if none", WASH_TRADING),
    COUNTERPARTY_SHARE(FRACTION, trading(Order.class, TradingState::counterpartyShare),
            "of the last 16 orders that met this counterparty", API_KEY_THEFT, WASH_TRADING),
    OPPOSITE_RESTING_USD_5M(USD.within(FIVE_MINUTES), trading(Order.class, TradingState::oppositeRestingUsd5m),
            "limit orders on the other side", SPOOFING),
    MINUTES_SINCE_SYMBOL_FIRST_TRADED(MINUTES, trading(Order.class, TradingState::minutesSinceSymbolFirstTraded),
            "by this user; 0 if never before", API_KEY_THEFT, PUMP_AND_DUMP),
    NETWORK_USERS_7D(NUMBER.within(AGE_LIMIT), network(NetworkState::otherUsers7d),
            "distinct users other than this one; beyond 16 a sketch, +-5 %", MULE_RING),
    NETWORK_AGE_MINUTES(MINUTES, network(NetworkState::ageMinutes),
            "since anybody came from it; 0 if nobody did", PROMO_FARMING),
    NETWORK_WITHDRAWALS_1H(NUMBER.within(HOUR), network(NetworkState::withdrawals1h),
            "of all users; tiles of 1 minute", CONTROL_BYPASS),
    SOURCE_USERS_7D(NUMBER.within(AGE_LIMIT), source(SourceState::otherUsers7d),
            "others whom the last deposit's sender paid; beyond 16 a sketch, +-5 %", PROMO_FARMING),
    SOURCE_AGE_MINUTES(MINUTES, source(SourceState::ageMinutes),
            "since it first paid anybody; 0 if it never did", PROMO_FARMING),
    ADDRESS_USERS_1H(NUMBER.within(HOUR), address(AddressState::otherUsers1h),
            "distinct users other than this one, at most 15", CONTROL_BYPASS),
    SYMBOL_BUYERS_1M(NUMBER.within(MINUTE), symbol(SymbolState::otherBuyers1m),
            "other users who bought it; beyond 16 a sketch, +-5 %", PUMP_AND_DUMP),
    SYMBOL_COUNTERPARTY_SHARE(FRACTION, symbol(SymbolState::counterpartyShare),
            "of the last 16 buys that met the same user", API_KEY_THEFT),
    USER_CONFIRMED_SHARE(FRACTION, user(ExchangeEvent.class, UserState::confirmedShare),
            "of the user's withdrawals and deposits, known by now to be fraud; half-life 7 days", MULE_RING, STRUCTURING),
    DEVICE_CONFIRMED_SHARE(FRACTION, device(DeviceState::confirmedShare),
            "of the withdrawals from it, known by now to be fraud; half-life 7 days", ACCOUNT_TAKEOVER, MULE_RING),
    NETWORK_CONFIRMED_SHARE(FRACTION, network(NetworkState::confirmedShare),
            "of the withdrawals from it, known by now to be fraud; half-life 7 days", ACCOUNT_TAKEOVER, MULE_RING),
    SOURCE_CONFIRMED_SHARE(FRACTION, source(SourceState::confirmedShare),
            "of its deposits and of what was withdrawn of them, known by now to be fraud; half-life 7 days", DEPOSIT_FRAUD),
    ADDRESS_CONFIRMED_SHARE(FRACTION, address(AddressState::confirmedShare),
            "of the withdrawals to it, known by now to be fraud; half-life 7 days", ACCOUNT_TAKEOVER, SOCIAL_ENGINEERING),
    ADDRESS_CLUSTER_USERS(NUMBER, address(AddressState::clusterUsers),
            "users tied to it through devices, addresses and sources, hubs aside; as of the last look", MULE_RING, PROMO_FARMING),
    ADDRESS_CLUSTER_AGE_MINUTES(MINUTES, address(AddressState::clusterAgeMinutes),
            "since two of them first shared something", MULE_RING, PROMO_FARMING),
    ADDRESS_CLUSTER_EXCLUSIVITY(FRACTION, address(AddressState::clusterExclusivity),
            "of all that they use, what is theirs alone, no hub; 0 if it is in no cluster", MULE_RING, PROMO_FARMING),
    ADDRESS_CLUSTER_CONFIRMED_SHARE(FRACTION, address(AddressState::clusterConfirmedShare),
            "of them, known for fraud at the last look", MULE_RING, ACCOUNT_TAKEOVER),
    ADDRESS_DEVICES_7D(NUMBER.within(AGE_LIMIT), address(AddressState::otherDevices7d),
            "distinct devices that withdrew to it, other than this one, at most 15", MULE_RING, PROMO_FARMING),
    ACCOUNT_TIER(RANK, event(DecisionRequest.class, EventFeatures::accountTier),
            "0 retail, 1 active, 2 VIP, 3 market maker", MULE_RING, WASH_TRADING),
    WITHDRAWN_USD_30D(USD.within(MONTH), payouts(PayoutState::withdrawnUsd30d),
            "asked to withdraw; tiles of 2 days; of a scorer that has heard less, as much as it has", STRUCTURING, MULE_RING),
    BUNCHING_7D(NUMBER.within(COARSE_WEEK), payouts(PayoutState::bunching7d),
            "withdrawals just under a limit, less half of those within 10 % beside that band; at least 0; tiles of 12 hours",
            STRUCTURING),
    AMOUNT_Z_IN_MARKET(SIGMA, user(DecisionRequest.class, UserState::amountZInMarket),
            "logarithm of the amount, from the user's last 32 or so in a market as wild; 0 before the fourth; +-100",
            SOCIAL_ENGINEERING, ACCOUNT_TAKEOVER);
    // spotless:on

    /** Length of a vector. */
    public static final int COUNT = values().length;

    /** Changes when anything in the catalogue does: SHA-256 over all of it, the first 12 hex digits. */
    public static final String FINGERPRINT =
            Definition.fingerprint(Stream.of(values()).map(Definition::of).toList());

    private final Measure measure;
    private final FeatureExtractor extractor;
    private final String meaning;
    private final Set<String> typologies;

    Feature(Measure measure, FeatureExtractor reading, String meaning, FraudTypology... separates) {
        this.measure = measure;
        this.extractor = reading;
        this.meaning = meaning;
        this.typologies = Stream.of(separates).map(FraudTypology::label).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Its name in rules, models and documents: snake case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The entity whose state it is computed from. */
    public Entity entity() {
        return extractor.entity();
    }

    /** Length of the history that it covers; zero if it covers none or all of it. */
    public Duration window() {
        return measure.window();
    }

    /** By how much the covered history may fall short of {@link #window}: usually one tile. */
    public Duration granularity() {
        return measure.granularity();
    }

    public String unit() {
        return measure.unit();
    }

    /** The quantity in words, with its limits. */
    public String meaning() {
        return meaning;
    }

    /** Its value where nothing is known, or where it does not apply. */
    public double missing() {
        return measure.missing();
    }

    /** How a linear model reads it. */
    public Scale scale() {
        return measure.scale();
    }

    /** Fraud typologies that it helps to separate, sorted; none for context. */
    public Set<String> typologies() {
        return Collections.unmodifiableSet(typologies);
    }

    /** Its value in {@code vector}, shape {@code [COUNT]}. */
    public double valueIn(double[] vector) {
        return vector[ordinal()];
    }

    FeatureExtractor extractor() {
        return extractor;
    }
}
