package firedrill.ingest.customer;

import firedrill.ingest.parameters.UniformRange;

/** Withdrawals and what precedes them. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record WithdrawalParameters(
        WithdrawalContext routine,
        WithdrawalContext panic,
        double resetOnNewDevice,
        double fractionMean,
        double login,
        double minPreparationMinutes,
        double passwordReset,
        UniformRange loginToResetMinutes,
        double resetToWithdrawalMeanMinutes,
        double waitAfterReset,
        UniformRange waitAfterResetMinutes,
        UniformRange saleToWithdrawalMinutes,
        double testNewAddress,
        UniformRange testAmountUsd,
        UniformRange testToWithdrawalMinutes,
        double panicSecondLogin,
        double panicSecondWithdrawal,
        UniformRange panicSecondWithdrawalMinutes,
        double panicRedeposit,
        double panicRedepositMeanMinutes,
        double panicRedepositToWealthMedian) {

    /** Probability of a credential reset before a withdrawal. */
    public double reset(WithdrawalContext context, boolean isNewDevice) {
        return isNewDevice ? resetOnNewDevice : context.resetOnKnownDevice;
    }

    /** Probabilities of the features of a withdrawal, routine or under panic. */
    public record WithdrawalContext(
            double newDevice,
            double resetOnKnownDevice,
            double newAddress,
            double newAddressAfterChange,
            double full,
            double fullToNewAddress,
            double sellFirst,
            double loginToWithdrawalMeanMinutes) {

        public double newAddress(boolean hasChanged) {
            return hasChanged ? newAddressAfterChange : newAddress;
        }

        /** Probability that everything is withdrawn. */
        public double full(boolean isNewAddress) {
            return isNewAddress ? fullToNewAddress : full;
        }
    }
}
