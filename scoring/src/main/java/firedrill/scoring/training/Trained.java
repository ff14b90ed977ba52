package firedrill.scoring.training;

import firedrill.scoring.model.LoadedModel;
import firedrill.scoring.model.PackedModel;
import java.util.Optional;

/**
 * What a training ends with.
 *
 * @param packed to be written by {@link firedrill.scoring.model.ModelFile#write}
 * @param loaded the same model, unpacked through every check
 * @param withdrawals how it did, out of time, where the dollars are
 * @param orders how it did on orders of the same time, if there were any
 */
public record Trained(PackedModel packed, LoadedModel loaded, Evaluation withdrawals, Optional<Evaluation> orders) {}
