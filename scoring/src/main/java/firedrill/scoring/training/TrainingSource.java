package firedrill.scoring.training;

/**
 * What a training set is of, for the record.
 *
 * @param name of the model to be
 * @param simulationSeed of the exchange that produced the events
 */
public record TrainingSource(String name, long simulationSeed) {}
