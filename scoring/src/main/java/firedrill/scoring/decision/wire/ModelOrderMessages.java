package firedrill.scoring.decision.wire;

import firedrill.ingest.event.RangeChecks;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.registry.ModelOrder;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Promote;
import firedrill.scoring.registry.ModelOrder.Retire;
import firedrill.scoring.registry.ModelOrder.RollBack;
import firedrill.scoring.registry.ModelOrder.Shadow;
import firedrill.scoring.registry.ModelOrder.Stage;
import firedrill.scoring.registry.ModelOrder.Unshadow;
import firedrill.scoring.registry.ModelOrder.Unstage;

/** Conversion between model orders and {@code ModelOrderMessage} of {@code fraud.proto}. */
final class ModelOrderMessages {

    private static final ModelOrder.Cases<ModelOrderMessage.Builder> ENCODER = new Encoder();

    static ModelOrderMessage.Builder message(ModelCommand command) {
        return command.order().match(ENCODER).setOrderId(command.id());
    }

    static ModelOrder order(ModelOrderMessage message) throws MalformedMessageException {
        String model = message.getModel();
        RangeChecks.requireName(model, "model");
        RangeChecks.requireLength(message.getAdmit().getName(), RangeChecks.MAX_LABEL_CHARS, "name");
        return switch (message.getOrderCase()) {
            case ADMIT -> new Admit(model, message.getAdmit().getName());
            case PROMOTE -> new Promote(model);
            case ROLL_BACK -> new RollBack();
            case STAGE -> new Stage(model, message.getStage().getShare());
            case UNSTAGE -> new Unstage();
            case SHADOW -> new Shadow(model);
            case UNSHADOW -> new Unshadow(model);
            case RETIRE -> new Retire(model);
            case ORDER_NOT_SET -> throw new MalformedMessageException("no known model order");
        };
    }

    private static final class Encoder implements ModelOrder.Cases<ModelOrderMessage.Builder> {

        @Override
        public ModelOrderMessage.Builder admit(Admit order) {
            return of(order.model()).setAdmit(AdmitMessage.newBuilder().setName(order.name()));
        }

        @Override
        public ModelOrderMessage.Builder promote(Promote order) {
            return of(order.model()).setPromote(PromoteMessage.getDefaultInstance());
        }

        @Override
        public ModelOrderMessage.Builder rollBack(RollBack order) {
            return ModelOrderMessage.newBuilder().setRollBack(RollBackMessage.getDefaultInstance());
        }

        @Override
        public ModelOrderMessage.Builder stage(Stage order) {
            return of(order.model()).setStage(StageMessage.newBuilder().setShare(order.share()));
        }

        @Override
        public ModelOrderMessage.Builder unstage(Unstage order) {
            return ModelOrderMessage.newBuilder().setUnstage(UnstageMessage.getDefaultInstance());
        }

        @Override
        public ModelOrderMessage.Builder shadow(Shadow order) {
            return of(order.model()).setShadow(ShadowMessage.getDefaultInstance());
        }

        @Override
        public ModelOrderMessage.Builder unshadow(Unshadow order) {
            return of(order.model()).setUnshadow(UnshadowMessage.getDefaultInstance());
        }

        @Override
        public ModelOrderMessage.Builder retire(Retire order) {
            return of(order.model()).setRetire(RetireMessage.getDefaultInstance());
        }

        private static ModelOrderMessage.Builder of(String model) {
            return ModelOrderMessage.newBuilder().setModel(model);
        }
    }

    private ModelOrderMessages() {}
}
