// threads PROGRAM.php THREADS ROUNDS: embeds a thread-safe PHP and runs the script in many threads at once, each of
// which makes ROUNDS requests of it. A request is right when it printed "ok" and nothing else. The last line is `N
// right, N wrong`.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../sapi/embed_request.h"

ZEND_TSRMLS_CACHE_DEFINE()

static const char* script;
static int rounds;
static atomic_int right, wrong;
static pthread_barrier_t start;

// What the thread's request has printed.
static _Thread_local char output[64 * 1024];
static _Thread_local size_t output_size;

static size_t collect_output(const char* text, size_t size) {
    size_t room = sizeof(output) - output_size;
    memcpy(output + output_size, text, size < room ? size : room);
    output_size += size < room ? size : room;
    return size;
}

static void make_request(int thread, int round) {
    output_size = 0;
    if (run_request(script) && output_size == 2 && memcmp(output, "ok", 2) == 0) {
        atomic_fetch_add(&right, 1);
    } else {
        atomic_fetch_add(&wrong, 1);
        printf("thread %d, request %d:\n%.*s\n", thread, round, (int)output_size, output);
    }
}

static void* run_thread(void* number) {
    ts_resource(0);
    ZEND_TSRMLS_CACHE_UPDATE();
    pthread_barrier_wait(&start);
    for (int round = 0; round < rounds; ++round) make_request((int)(intptr_t)number, round);
    ts_free_thread();
    return NULL;
}

int main(int argc, char** argv) {
    if (argc != 4) {
        fprintf(stderr, "usage: threads SCRIPT THREADS ROUNDS\n");
        return 2;
    }
    script = argv[1];
    int count = atoi(argv[2]);
    rounds = atoi(argv[3]);
    pthread_t* threads = calloc((size_t)count, sizeof(*threads));
    setvbuf(stdout, NULL, _IOLBF, 0);
    pthread_barrier_init(&start, NULL, (unsigned)count);

    php_embed_module.ub_write = collect_output;
    if (php_embed_init(0, NULL) != SUCCESS) return 2;
    ZEND_TSRMLS_CACHE_UPDATE();
    for (int i = 0; i < count; ++i) pthread_create(&threads[i], NULL, run_thread, (void*)(intptr_t)i);
    for (int i = 0; i < count; ++i) pthread_join(threads[i], NULL);
    php_embed_shutdown();
    printf("%d right, %d wrong\n", right, wrong);
    return right == count * rounds ? 0 : 1;
}
