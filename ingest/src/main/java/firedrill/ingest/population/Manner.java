package firedrill.ingest.population;

/** In what state of mind somebody withdraws; shares in [0, 1]. */
enum Manner {
    CALM(
            Ways.NEW_DEVICE,
            Ways.RESET_ON_KNOWN_DEVICE,
            Ways.NEW_ADDRESS,
            Ways.NEW_ADDRESS_AFTER_CHANGE,
            Ways.SELLS_BEFORE_DRAIN,
            Ways.LOGIN_TO_WITHDRAWAL_MEAN_MINUTES),
    PANIC(
            Ways.PANIC_NEW_DEVICE,
            Ways.PANIC_RESET_ON_KNOWN_DEVICE,
            Ways.PANIC_NEW_ADDRESS,
            Ways.PANIC_NEW_ADDRESS,
            Ways.PANIC_SELLS_FIRST,
            Ways.PANIC_LOGIN_TO_WITHDRAWAL_MEAN_MINUTES);

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
        return isNewDevice ? Ways.RESET_ON_NEW_DEVICE : resetsOnKnownDevice;
    }

    double newAddress(boolean hasChanged) {
        return hasChanged ? newAddressAfterChange : newAddress;
    }

    /** Whether everything is taken. */
    double drains(boolean isNewAddress) {
        if (this == PANIC) {
            return 1;
        }
        return isNewAddress ? Ways.DRAIN_TO_NEW_ADDRESS : Ways.DRAIN;
    }
}
