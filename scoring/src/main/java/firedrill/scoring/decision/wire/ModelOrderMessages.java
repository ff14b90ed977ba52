package firedrill.scoring.decision.wire;

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

/** Model orders and their messages. */
final class ModelOrderMessages {

    static ModelOrderMessage.Builder message(ModelCommand command) {
        ModelOrder order = command.order();
        ModelOrderMessage.Builder message = ModelOrderMessage.newBuilder().setOrderId(command.id());
        if (order instanceof Admit admit) {
            return message.setModel(admit.model())
                    .setAdmit(AdmitMessage.newBuilder().setName(admit.name()));
        } else if (order instanceof Promote promote) {
            return message.setModel(promote.model()).setPromote(PromoteMessage.getDefaultInstance());
        } else if (order instanceof RollBack) {
            return message.setRollBack(RollBackMessage.getDefaultInstance());
        } else if (order instanceof Stage stage) {
            return message.setModel(stage.model())
                    .setStage(StageMessage.newBuilder().setShare(stage.share()));
        } else if (order instanceof Unstage) {
            return message.setUnstage(UnstageMessage.getDefaultInstance());
        } else if (order instanceof Shadow shadow) {
            return message.setModel(shadow.model()).setShadow(ShadowMessage.getDefaultInstance());
        } else if (order instanceof Unshadow unshadow) {
            return message.setModel(unshadow.model()).setUnshadow(UnshadowMessage.getDefaultInstance());
        }
        return message.setModel(((Retire) order).model()).setRetire(RetireMessage.getDefaultInstance());
    }

    static ModelOrder order(ModelOrderMessage message) throws MalformedMessageException {
        String model = message.getModel();
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

    private ModelOrderMessages() {}
}
