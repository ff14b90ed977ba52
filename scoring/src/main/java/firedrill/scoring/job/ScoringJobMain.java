package firedrill.scoring.job;

import firedrill.scoring.job.settings.JobSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Entry point of the job jar. */
public final class ScoringJobMain {

    /** Invalid options throw before anything is started: the cluster shows the exception's message. */
    public static void main(String[] arguments) throws Exception {
        JobSettings settings = JobOptions.parse(arguments);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        ScoringJob.define(env, settings);
        env.execute("firedrill-scoring");
    }

    private ScoringJobMain() {}
}
