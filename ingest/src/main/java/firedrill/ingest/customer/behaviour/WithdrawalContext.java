package firedrill.ingest.customer.behaviour;

import firedrill.ingest.customer.BehaviourParameters;

/** In what state of mind somebody withdraws; shares in [0, 1]. */
enum WithdrawalContext {
    ROUTINE(
            BehaviourParameters.NEW_DEVICE,
            BehaviourParameters.RESET_ON_KNOWN_DEVICE,
            BehaviourParameters.NEW_ADDRESS,
            BehaviourParameters.NEW_ADDRESS_AFTER_CHANGE,
            BehaviourParameters.SELL_BEFORE_FULL_WITHDRAWAL,
            BehaviourParameters.LOGIN_TO_WITHDRAWAL_MEAN_MINUTES),
    PANIC(
            BehaviourParameters.PANIC_NEW_DEVICE,
            BehaviourParameters.PANIC_RESET_ON_KNOWN_DEVICE,
            BehaviourParameters.PANIC_NEW_ADDRESS,
            BehaviourParameters.PANIC_NEW_ADDRESS,
            BehaviourParameters.PANIC_SELL_BEFORE_WITHDRAWAL,
            BehaviourParameters.PANIC_LOGIN_TO_WITHDRAWAL_MEAN_MINUTES);

    final double newDeviceProbability;
    final double knownDeviceResetProbability;
    final double sellFirstProbability;
    final double loginToWithdrawalMeanMinutes;
    private final double newAddressProbability;
    private final double newAddressAfterChangeProbability;

    WithdrawalContext(
            double newDevice,
            double resetsOnKnownDevice,
            double newAddress,
            double newAddressAfterChange,
            double sellsFirst,
            double loginToWithdrawalMeanMinutes) {
        this.newDeviceProbability = newDevice;
        this.knownDeviceResetProbability = resetsOnKnownDevice;
        this.newAddressProbability = newAddress;
        this.newAddressAfterChangeProbability = newAddressAfterChange;
        this.sellFirstProbability = sellsFirst;
        this.loginToWithdrawalMeanMinutes = loginToWithdrawalMeanMinutes;
    }

    double resetProbability(boolean isNewDevice) {
        return isNewDevice ? BehaviourParameters.RESET_ON_NEW_DEVICE : knownDeviceResetProbability;
    }

    double newAddressProbability(boolean hasChanged) {
        return hasChanged ? newAddressAfterChangeProbability : newAddressProbability;
    }

    /** Whether everything is taken. */
    double fullWithdrawalProbability(boolean isNewAddress) {
        if (this == PANIC) {
            return 1;
        }
        return isNewAddress ? BehaviourParameters.FULL_WITHDRAWAL_TO_NEW_ADDRESS : BehaviourParameters.FULL_WITHDRAWAL;
    }
}
