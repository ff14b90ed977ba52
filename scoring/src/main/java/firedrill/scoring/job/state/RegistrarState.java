package firedrill.scoring.job.state;

import java.util.List;

/**
 * What the registrar remembers across a restart.
 *
 * @param admittedAnnouncements announcements that passed and are not retired
 */
public record RegistrarState(ControlSnapshot control, List<byte[]> admittedAnnouncements) {}
