/*
 * Start-up: runs a command COUNT times, one after the other, and prints "result COUNT CPU WALL": the medians, in
 * microseconds, of user plus system time and of wall-clock time from start to end.
 *
 *     spawn COUNT COMMAND [ARGUMENTS...]
 */
#define _GNU_SOURCE
#include "bench.h"
#include <spawn.h>
#include <sys/wait.h>
#include <time.h>

extern char** environ;

static int by_value(const void* left, const void* right) {
    double difference = *(const double*)left - *(const double*)right;
    return (difference > 0) - (difference < 0);
}

static double median(double* values, int count) {
    qsort(values, count, sizeof(*values), by_value);
    return (values[(count - 1) / 2] + values[count / 2]) / 2;
}

int main(int argc, char** argv) {
    int count = argc > 2 ? atoi(argv[1]) : 0;
    if (count < 1) fail("usage: spawn COUNT COMMAND [ARGUMENTS...]");
    double *cpu = calloc(count, sizeof(*cpu)), *wall = calloc(count, sizeof(*wall));
    for (int i = 0; i < count; i++) {
        struct timespec start, end;
        struct rusage usage;
        pid_t child;
        int status;
        clock_gettime(CLOCK_MONOTONIC, &start);
        if ((errno = posix_spawnp(&child, argv[2], NULL, NULL, argv + 2, environ))) fail(argv[2]);
        if (wait4(child, &status, 0, &usage) != child || status != 0) fail("the command failed");
        clock_gettime(CLOCK_MONOTONIC, &end);
        wall[i] = (end.tv_sec - start.tv_sec) * 1e6 + (end.tv_nsec - start.tv_nsec) / 1e3;
        cpu[i] =
            (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
    }
    printf("result %d %.1f %.1f\n", count, median(cpu, count), median(wall, count));
    return 0;
}
