package firedrill.dashboard.web;

import firedrill.dashboard.health.RunHealth;
import firedrill.dashboard.monitor.ClusterDetail;
import firedrill.dashboard.monitor.ClusterRow;
import firedrill.dashboard.monitor.DecisionProvenance;
import firedrill.dashboard.runtime.RunService;
import firedrill.dashboard.web.view.PageState;
import firedrill.dashboard.web.view.PageStateAssembler;
import firedrill.scoring.evaluation.card.ModelCardDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The page of a run service. */
public final class RunPageSource implements PageSource {

    private final RunService service;
    private final PageStateAssembler assembler;
    private final LongSupplier nanoTime;

    /** A page source; {@code nanoTime} is a monotonic clock in nanoseconds. */
    public RunPageSource(RunService service, PageStateAssembler assembler, LongSupplier nanoTime) {
        this.service = service;
        this.assembler = assembler;
        this.nanoTime = nanoTime;
    }

    @Override
    public PageState state() {
        return assembler.assemble(
                service.session(),
                service.registry(),
                service.phase(),
                service.comparison(),
                service.health(),
                nanoTime.getAsLong());
    }

    @Override
    public RunHealth health() {
        return service.health();
    }

    @Override
    public Optional<DecisionProvenance> provenance(long eventId) {
        return service.session().run().provenance(eventId);
    }

    @Override
    public List<ClusterRow> clusters() {
        return service.session().run().clusters().rows();
    }

    @Override
    public Optional<ClusterDetail> cluster(long id) {
        return service.session().run().clusters().detail(id);
    }

    @Override
    public String metrics() {
        return service.session().run().metrics().scrape();
    }

    @Override
    public ModelCardDocument card() {
        return assembler.championCard(service.registry());
    }
}
