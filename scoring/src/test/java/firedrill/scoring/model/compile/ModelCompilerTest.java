package firedrill.scoring.model.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import firedrill.scoring.model.FraudLabel;
import firedrill.scoring.model.SampleModels;
import firedrill.scoring.model.UncompilableException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.baseline.DummyClassifierTrainer;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.AdaBoostTrainer;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.classification.sgd.LabelObjective;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.Hinge;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.ensemble.BaggingTrainer;
import org.tribuo.ensemble.EnsembleCombiner;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.protos.core.EnsembleCombinerProto;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.util.onnx.ONNXNode;
import org.tribuo.util.onnx.ONNXRef;

class ModelCompilerTest {

    private static final List<double[]> ROWS = SampleModels.rows(1, 300);

    static Stream<Trainer<Label>> everyTrainer() {
        return Stream.of(
                linear(new LogMulticlass()),
                new CARTClassificationTrainer(3),
                new XGBoostClassificationTrainer(2, 1, true));
    }

    private static Trainer<Label> linear(LabelObjective objective) {
        return new LinearSGDTrainer(objective, new AdaGrad(0.1), 1, -1, 16, 1);
    }

    @ParameterizedTest
    @MethodSource("everyTrainer")
    void otherClassesAreRefused(Trainer<Label> trainer) {
        assertThatThrownBy(() -> ModelCompiler.compile(trainer.train(dataset("amount_usd", "spam", "ham", "eggs"))))
                .isInstanceOf(UncompilableException.class)
                .hasMessageStartingWith("has the classes ")
                .hasMessageEndingWith(", not fraud and honest");
    }

    @ParameterizedTest
    @MethodSource("everyTrainer")
    void aFeatureThatTheCatalogueDoesNotHaveIsRefused(Trainer<Label> trainer) {
        refused(
                trainer.train(dataset("shoe_size", "fraud", "honest", "fraud")),
                "reads a feature that the schema does not have: shoe_size");
    }

    @Test
    void aModelForWhichThereIsNoCompilerIsRefused() {
        refused(
                SampleModels.train(DummyClassifierTrainer.createMostFrequentTrainer(), ROWS),
                "is a org.tribuo.classification.baseline.DummyClassifierModel, for which there is no compiler");
    }

    @Test
    void aLinearModelThatDoesNotEndInASoftmaxIsRefused() {
        refused(
                SampleModels.train(linear(new Hinge()), ROWS),
                "is normalised by a org.tribuo.math.util.NoopNormalizer, not a softmax");
    }

    @Test
    void aLinearModelOfSomeFeaturesIsRefusedForTribuoWouldReadTheOthersAsZero() {
        assertThatThrownBy(() -> ModelCompiler.compile(
                        linear(new LogMulticlass()).train(dataset("amount_usd", "fraud", "honest", "fraud"))))
                .isInstanceOf(UncompilableException.class)
                .hasMessageStartingWith("reads 1 features, not all ");
    }

    @Test
    void aTreeOfSomeFeaturesIsCompiled() throws Exception {
        Model<Label> tree = new CARTClassificationTrainer(3).train(dataset("amount_usd", "fraud", "honest", "fraud"));
        assertThat(ModelCompiler.compile(tree)).isInstanceOf(CompiledForest.class);
    }

    @Test
    void anEnsembleOfOtherThanTreesIsRefused() {
        refused(
                SampleModels.train(new BaggingTrainer<>(linear(new LogMulticlass()), new VotingCombiner(), 3), ROWS),
                "has a member that is not a decision tree: org.tribuo.classification.sgd.linear.LinearSGDModel");
    }

    @Test
    void anUnknownEnsembleCombinerIsRefused() {
        refused(
                SampleModels.train(
                        new BaggingTrainer<>(new CARTClassificationTrainer(2), new UnknownCombiner(), 3), ROWS),
                "combines its members by a " + UnknownCombiner.class.getName() + ", which is not supported");
    }

    @Test
    void anEnsembleThatWeighsItsTreesKeepsTheirWeights() {
        Model<Label> boosted = SampleModels.train(new AdaBoostTrainer(new CARTClassificationTrainer(2), 7), ROWS);
        CompiledModel compiled = SampleModels.compile(boosted);
        double[] own = FraudLabel.probabilities(boosted, ROWS);
        for (int i = 0; i < own.length; i++) {
            assertThat(compiled.score(ROWS.get(i))).isEqualTo(own[i]);
        }
    }

    private static void refused(Model<Label> model, String reason) {
        assertThatThrownBy(() -> ModelCompiler.compile(model))
                .isInstanceOf(UncompilableException.class)
                .hasMessage(reason);
    }

    /** One example of each class, which have one feature. */
    private static MutableDataset<Label> dataset(String feature, String... classes) {
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> dataset = new MutableDataset<>(new SimpleDataSourceProvenance("few", labels), labels);
        for (int i = 0; i < classes.length; i++) {
            dataset.add(new ArrayExample<>(new Label(classes[i]), new String[] {feature}, new double[] {i}));
        }
        return dataset;
    }

    /** A majority vote that goes by another name. */
    private static final class UnknownCombiner implements EnsembleCombiner<Label> {

        private static final long serialVersionUID = 1;

        private final VotingCombiner votes = new VotingCombiner();

        @Override
        public Prediction<Label> combine(ImmutableOutputInfo<Label> classes, List<Prediction<Label>> predictions) {
            return votes.combine(classes, predictions);
        }

        @Override
        public Prediction<Label> combine(
                ImmutableOutputInfo<Label> classes, List<Prediction<Label>> predictions, float[] weights) {
            return votes.combine(classes, predictions, weights);
        }

        @Override
        public EnsembleCombinerProto serialize() {
            return votes.serialize().toBuilder()
                    .setClassName(getClass().getName())
                    .build();
        }

        @Override
        public Class<Label> getTypeWitness() {
            return Label.class;
        }

        @Override
        public ConfiguredObjectProvenance getProvenance() {
            return votes.getProvenance();
        }

        @Override
        public ONNXNode exportCombiner(ONNXNode input) {
            return votes.exportCombiner(input);
        }

        @Override
        public <T extends ONNXRef<?>> ONNXNode exportCombiner(ONNXNode input, T weight) {
            return votes.exportCombiner(input, weight);
        }
    }
}
