package firedrill.ingest.account;

/** Networks that customers connect from. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record NetworkParameters(
        double mobileSessionShare,
        int gatewaysPerCountry,
        double sharedHomeShare,
        double dynamicHomeShare,
        double vpnUserShare,
        double vpnSessionShare,
        int vpnExits,
        double officeUserShare,
        double officeSessionShare,
        int officeSize,
        double abroadShare,
        int tripDays,
        int hotels,
        double serverMigrationShare,
        double serverlessShare,
        int serverlessMinutes,
        int dataCentres) {}
