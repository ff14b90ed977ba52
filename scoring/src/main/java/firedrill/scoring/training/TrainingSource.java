package firedrill.scoring.training;

/**
 * Origin of a training set, for the provenance.
 *
 * @param name name of the model
 * @param simulationSeed seed of the exchange that produced the events
 */
public record TrainingSource(String name, long simulationSeed) {}
