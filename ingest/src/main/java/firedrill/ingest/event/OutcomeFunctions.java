package firedrill.ingest.event;

import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.Complaint;
import firedrill.ingest.event.Outcome.DepositReturn;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.MissedDeadline;
import firedrill.ingest.event.Outcome.ReviewVerdict;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.StepUpResult;
import java.util.function.Function;

/** One function per kind of outcome; {@link Outcome#match} applies the one that fits. */
public record OutcomeFunctions<R>(
        Function<? super Settlement, ? extends R> settlement,
        Function<? super StepUpResult, ? extends R> stepUpResult,
        Function<? super Complaint, ? extends R> complaint,
        Function<? super FraudReport, ? extends R> fraudReport,
        Function<? super Churn, ? extends R> churn,
        Function<? super MissedDeadline, ? extends R> missedDeadline,
        Function<? super ReviewVerdict, ? extends R> reviewVerdict,
        Function<? super DepositReturn, ? extends R> depositReturn) {}
