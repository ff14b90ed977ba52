package firedrill.scoring.job.state;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Where models are made ready to decide: beside the events, never between them. */
public final class ModelLoader {

    /** One thread, which ends by itself while there is nothing to do. */
    public static ExecutorService executor() {
        var executor = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "firedrill-model-loader");
            thread.setDaemon(true);
            return thread;
        });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private ModelLoader() {}
}
