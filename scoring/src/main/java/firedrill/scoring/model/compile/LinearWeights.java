package firedrill.scoring.model.compile;

import com.google.protobuf.InvalidProtocolBufferException;
import firedrill.scoring.model.UncompilableException;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.List;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.protos.DenseTensorProto;
import org.tribuo.math.protos.LinearParametersProto;
import org.tribuo.math.protos.ParametersProto;
import org.tribuo.math.protos.TensorProto;

/** The weights of a linear model in Tribuo's message: row-major doubles, little-endian. */
final class LinearWeights {

    /**
     * The matrix of {@code parameters}, one array per row.
     *
     * @throws UncompilableException if it has another shape, or a weight is not finite
     */
    static double[][] read(ParametersProto parameters, int rows, int columns) throws UncompilableException {
        DenseTensorProto tensor = tensor(parameters);
        List<Integer> shape = tensor.getDimensionsList();
        int length = rows * columns * Double.BYTES;
        if (!shape.equals(List.of(rows, columns)) || tensor.getValues().size() != length) {
            throw new UncompilableException("has weights of another shape than " + rows + " × " + columns);
        }
        DoubleBuffer values = tensor.getValues()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer();
        double[][] weights = new double[rows][columns];
        for (double[] row : weights) {
            values.get(row);
            requireFinite(row);
        }
        return weights;
    }

    private static DenseTensorProto tensor(ParametersProto parameters) throws UncompilableException {
        try {
            requireClass(parameters.getClassName(), LinearParameters.class);
            TensorProto matrix = parameters
                    .getSerializedData()
                    .unpack(LinearParametersProto.class)
                    .getWeightMatrix();
            requireClass(matrix.getClassName(), DenseMatrix.class);
            return matrix.getSerializedData().unpack(DenseTensorProto.class);
        } catch (InvalidProtocolBufferException e) {
            throw new UncompilableException("has unreadable weights: " + e.getMessage());
        }
    }

    private static void requireClass(String name, Class<?> expected) throws UncompilableException {
        if (!name.equals(expected.getName())) {
            throw new UncompilableException("has weights in a " + name + ", not a " + expected.getName());
        }
    }

    private static void requireFinite(double[] row) throws UncompilableException {
        for (double weight : row) {
            if (!Double.isFinite(weight)) {
                throw new UncompilableException("has a weight that is not finite");
            }
        }
    }

    private LinearWeights() {}
}
