package firedrill.scoring.job;

import firedrill.scoring.job.settings.JobSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What a Flink cluster runs when it is given the job jar. */
public final class ScoringJobMain {

    /** Wrong options throw: a cluster shows its user the exception's message, and nothing is started. */
    public static void main(String[] arguments) throws Exception {
        JobSettings settings = JobOptions.parse(arguments);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        ScoringJob.define(env, settings);
        env.execute("firedrill-scoring");
    }

    private ScoringJobMain() {}
}
