package firedrill.ingest.fraud.parameters;

import firedrill.ingest.parameters.CountRange;
import firedrill.ingest.parameters.LogNormal;
import firedrill.ingest.parameters.UniformRange;

/** T12: insiders accumulate a thin coin, ring accounts push its price up, and the insiders sell. */
public record PumpAndDumpParameters(
        UniformRange accumulationMinutes,
        double newsWaitShare,
        double newsDelayMaxSeconds,
        double cashRaisingShare,
        UniformRange cashRaisingFraction,
        double limitOrderShare,
        LogNormal limitOffsetBps,
        Insider insider,
        Buyer buyer,
        double lossShare) {

    /** Accumulation before the pump and sales after it. */
    public record Insider(
            int accounts,
            CountRange purchases,
            UniformRange purchaseFraction,
            UniformRange purchaseTime,
            int sales,
            double saleFraction,
            UniformRange saleDelaySeconds,
            UniformRange saleGapMinutes,
            double conversionShare,
            UniformRange conversionDelayMinutes,
            UniformRange conversionFraction) {}

    /** Purchases of the pump itself. */
    public record Buyer(
            int accounts,
            double durationSeconds,
            UniformRange offsetBps,
            UniformRange offsetFactor,
            UniformRange cashLeadMinutes,
            UniformRange fraction) {}
}
