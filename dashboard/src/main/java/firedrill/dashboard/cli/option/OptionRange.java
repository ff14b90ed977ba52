package firedrill.dashboard.cli.option;

import firedrill.dashboard.runtime.UserFacingException;

/** The range of a whole number that an option takes. */
public final class OptionRange {

    /**
     * Refuses a value outside of the range, whose ends belong to it.
     *
     * @throws UserFacingException naming option, range and value
     */
    public static void require(String option, long value, long least, long most) throws UserFacingException {
        if (value < least || value > most) {
            throw new UserFacingException(option + " must be from " + least + " to " + most + ", was " + value + ".");
        }
    }

    private OptionRange() {}
}
