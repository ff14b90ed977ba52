package firedrill.scoring.job.state;

import java.util.List;

/**
 * State of the model admission in checkpoints.
 *
 * @param admittedAnnouncements announcements of admitted versions that are not retired
 */
public record RegistrarState(ControlSnapshot control, List<byte[]> admittedAnnouncements) {}
