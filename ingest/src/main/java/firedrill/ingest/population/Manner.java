package firedrill.ingest.population;

/** In what state of mind somebody withdraws; shares in [0, 1]. */
enum Manner {
    CALM(
            Assumptions.NEW_DEVICE,
            Assumptions.RESET_ON_KNOWN_DEVICE,
            Assumptions.NEW_ADDRESS,
            Assumptions.NEW_ADDRESS_AFTER_CHANGE,
            Assumptions.SELLS_BEFORE_DRAIN,
            Assumptions.LOGIN_TO_WITHDRAWAL_MEAN_MINUTES),
    PANIC(
            Assumptions.PANIC_NEW_DEVICE,
            Assumptions.PANIC_RESET_ON_KNOWN_DEVICE,
            Assumptions.PANIC_NEW_ADDRESS,
            Assumptions.PANIC_NEW_ADDRESS,
            Assumptions.PANIC_SELLS_FIRST,
            Assumptions.PANIC_LOGIN_TO_WITHDRAWAL_MEAN_MINUTES);

    final double newDevice;
    final double resetsOnKnownDevice;
    final double sellsFirst;
    final double loginToWithdrawalMeanMinutes;
    private final double newAddress;
    private final double newAddressAfterChange;

    Manner(
            double newDevice,
            double resetsOnKnownDevice,
            double newAddress,
            double newAddressAfterChange,
            double sellsFirst,
            double loginToWithdrawalMeanMinutes) {
        this.newDevice = newDevice;
        this.resetsOnKnownDevice = resetsOnKnownDevice;
        this.newAddress = newAddress;
        this.newAddressAfterChange = newAddressAfterChange;
        this.sellsFirst = sellsFirst;
        this.loginToWithdrawalMeanMinutes = loginToWithdrawalMeanMinutes;
    }

    double resets(boolean isNewDevice) {
        return isNewDevice ? Assumptions.RESET_ON_NEW_DEVICE : resetsOnKnownDevice;
    }

    double newAddress(boolean hasChanged) {
        return hasChanged ? newAddressAfterChange : newAddress;
    }

    /** Whether everything is taken. */
    double drains(boolean isNewAddress) {
        if (this == PANIC) {
            return 1;
        }
        return isNewAddress ? Assumptions.DRAIN_TO_NEW_ADDRESS : Assumptions.DRAIN;
    }
}
