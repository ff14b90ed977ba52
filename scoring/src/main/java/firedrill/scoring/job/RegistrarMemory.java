package firedrill.scoring.job;

import java.util.List;

/**
 * What the registrar remembers across a restart.
 *
 * @param admitted announcements that passed and are not retired
 */
public record RegistrarMemory(ControlState control, List<byte[]> admitted) {}
