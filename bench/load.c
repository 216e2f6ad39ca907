/*
 * The load: one thread, one loop, far cheaper than any PHP server, so that the server is what is measured.
 *
 *     load [-n COUNT | -t SECONDS] [-c CONNECTIONS] [-a ACTIVE] [-w MICROSECONDS] [-p PERCENT] [-s] MODE PORT
 *
 *     keep    -c connections, of which -a (all) are in use: request, whole reply, next request
 *     churn   -c at a time: connect, request, reply, end of file, close; at the end BYE
 *     udp     -c datagrams in flight, each of which must come back; at the end BYE
 *     send    sends COUNT bytes through one connection
 *     recv    reads one connection to its end; fails unless COUNT bytes came
 *     ping    eight connections that send whatever the server takes, and one whose pings come back; its result is the
 *             -pth (99th) of a hundred of their times, times COUNT
 *
 * -s spins for replies instead of sleeping: the server then never pays for waking a sleeping processor.
 *    Only for when the load has a processor of its own.
 * -w sleeps before each further request, so that even a server under strace is asleep when it comes.
 */
#define _GNU_SOURCE
#include "bench.h"
#include <sys/epoll.h>
#include <time.h>

static long count = 1000, started, finished;
static int connections = 1, active, seconds, pause_us, percent = 99, spin, port;
#define MOST 16384
static size_t received[MOST]; /* of the present reply, by descriptor */
/* Requests still to be made, by descriptor: equal shares, or a server that takes its connections in turn could wait
 * for one that has nothing more to say. Churn and UDP use the first place only. */
static long left[MOST];

static double now_us(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

/* Whether to start another request; counts it. */
static int another(int place) {
    static double end;
    if (seconds && end == 0) end = now_us() + seconds * 1e6;
    if (seconds ? now_us() >= end : left[place]-- <= 0) return 0;
    started++;
    return 1;
}

static int open_socket(int type) {
    struct sockaddr_in address = loopback(port);
    int descriptor = socket(AF_INET, type, 0);
    /* On loopback, connect is over at once as long as the server's backlog has room. */
    if (descriptor < 0 || connect(descriptor, (struct sockaddr*)&address, sizeof(address))) fail("connect");
    if (descriptor >= MOST) fail("too many connections");
    received[descriptor] = 0;
    return descriptor;
}

static void send_text(int descriptor, const char* text) {
    if (send(descriptor, text, strlen(text), MSG_NOSIGNAL) != (ssize_t)strlen(text)) fail("send");
}

static void watch(int poller, int descriptor) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = descriptor};
    if (epoll_ctl(poller, EPOLL_CTL_ADD, descriptor, &event)) fail("epoll_ctl");
}

static void start_churn(int poller) {
    if (pause_us) usleep(pause_us);
    int descriptor = open_socket(SOCK_STREAM);
    watch(poller, descriptor);
    send_text(descriptor, REQUEST);
}

/* The server closed, as it should, after a whole reply. A reset instead of TIME_WAIT keeps port numbers free. */
static void end_churn(int descriptor) {
    struct linger reset = {.l_onoff = 1, .l_linger = 0};
    if (received[descriptor] != REPLY_SIZE) fail("short reply");
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &reset, sizeof(reset));
    close(descriptor);
    finished++;
}

static void on_readable(int poller, int descriptor, int churn) {
    char buffer[8192];
    ssize_t got = recv(descriptor, buffer, sizeof(buffer), 0);
    if (got < 0 || (got == 0 && !churn)) fail("recv");
    received[descriptor] += got;
    if (got == 0) {
        end_churn(descriptor);
        if (another(0)) start_churn(poller);
    } else if (!churn && received[descriptor] == REPLY_SIZE) {
        received[descriptor] = 0;
        finished++;
        if (another(descriptor)) {
            if (pause_us) usleep(pause_us);
            send_text(descriptor, REQUEST);
        }
    }
}

static void run_tcp(int churn) {
    int poller = epoll_create1(EPOLL_CLOEXEC), descriptors[MOST];
    struct epoll_event events[256];
    left[0] = count;
    for (int i = 0; i < connections && !churn; i++) {
        watch(poller, descriptors[i] = open_socket(SOCK_STREAM));
        left[descriptors[i]] = count / active + (i < count % active);
    }
    for (int i = 0; i < connections && churn && another(0); i++) start_churn(poller);
    for (int i = 0; i < active && !churn && another(descriptors[i]); i++) send_text(descriptors[i], REQUEST);
    while (finished < started) {
        int ready = epoll_wait(poller, events, 256, spin ? 0 : 10000);
        if (ready < 0 || (ready == 0 && !spin)) fail("no reply");
        for (int i = 0; i < ready; i++) on_readable(poller, events[i].data.fd, churn);
    }
    if (churn) send_text(open_socket(SOCK_STREAM), BYE);
}

static void run_udp(void) {
    int descriptor = open_socket(SOCK_DGRAM);
    struct timeval limit = {.tv_sec = 5};
    char buffer[2048];
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
    left[0] = count;
    for (int i = 0; i < connections && another(0); i++) send_text(descriptor, REQUEST);
    while (finished < started) {
        ssize_t got = recv(descriptor, buffer, sizeof(buffer), spin ? MSG_DONTWAIT : 0);
        if (got < 0 && spin && errno == EAGAIN) continue;
        if (got != (ssize_t)strlen(REQUEST)) fail("no echo");
        finished++;
        if (another(0)) send_text(descriptor, REQUEST);
    }
    send_text(descriptor, BYE);
}

static void run_bulk(int sending) {
    static char buffer[65536];
    int descriptor = open_socket(SOCK_STREAM), window = 1000000;
    /* What the load does with the bytes must not show in the server's cost, which else varied twofold: it throws away
     * what it receives without copying it, and how much is under way is not left to the kernel's tuning. */
    int flags = (spin ? MSG_DONTWAIT : 0) | (sending ? MSG_NOSIGNAL : MSG_TRUNC);
    setsockopt(descriptor, SOL_SOCKET, sending ? SO_SNDBUF : SO_RCVBUF, &window, sizeof(window));
    while (!sending || finished < count) {
        size_t size = !sending || count - finished > (long)sizeof(buffer) ? sizeof(buffer) : (size_t)(count - finished);
        ssize_t moved = sending ? send(descriptor, buffer, size, flags) : recv(descriptor, buffer, size, flags);
        if (moved < 0 && spin && errno == EAGAIN) continue;
        if (moved < 0) fail(sending ? "send" : "recv");
        if (moved == 0) break;
        finished += moved;
    }
    if (finished != count) fail("byte count");
}

static int by_size(const void* a, const void* b) {
    double difference = *(const double*)a - *(const double*)b;
    return (difference > 0) - (difference < 0);
}

/* Nothing here waits: what the client itself adds to a ping's time is eight writes. */
static double run_pings(void) {
    enum { FLOODS = 8 };
    static const char ping[] = "ping\n";
    static char flood[65536], answer[64];
    double* times = calloc(count, sizeof(double));
    int floods[FLOODS], pinger;
    for (int i = 0; i < FLOODS; i++) floods[i] = open_socket(SOCK_STREAM);
    pinger = open_socket(SOCK_STREAM);
    memset(flood, 'x', sizeof(flood));
    for (double begin = 0; finished < count;) {
        for (int i = 0; i < FLOODS; i++) {
            if (send(floods[i], flood, sizeof(flood), MSG_DONTWAIT | MSG_NOSIGNAL) < 0 && errno != EAGAIN) fail("send");
        }
        if (started == finished) {
            started++;
            begin = now_us();
            send_text(pinger, ping);
        }
        ssize_t got = recv(pinger, answer, sizeof(answer), MSG_DONTWAIT);
        if (got < 0 && errno == EAGAIN) continue;
        if (got != (ssize_t)strlen(ping)) fail("no answer");
        times[finished++] = now_us() - begin;
    }
    qsort(times, count, sizeof(double), by_size);
    return times[count * percent / 100] * count;
}

int main(int argc, char** argv) {
    for (int option; (option = getopt(argc, argv, "n:t:c:a:w:p:s")) != -1;) {
        switch (option) {
        case 'n': count = atol(optarg); break;
        case 't': seconds = atoi(optarg); break;
        case 'c': connections = atoi(optarg); break;
        case 'a': active = atoi(optarg); break;
        case 'w': pause_us = atoi(optarg); break;
        case 'p': percent = atoi(optarg); break;
        case 's': spin = 1; break;
        default: return 2;
        }
    }
    if (argc - optind != 2 || connections > MOST - 64) fail("usage");
    const char* mode = argv[optind];
    port = atoi(argv[optind + 1]);
    if (active == 0 || active > connections) active = connections;

    double figure = 0;
    if (!strcmp(mode, "udp"))
        run_udp();
    else if (!strcmp(mode, "ping"))
        figure = run_pings();
    else if (!strcmp(mode, "send") || !strcmp(mode, "recv"))
        run_bulk(mode[0] == 's');
    else
        run_tcp(!strcmp(mode, "churn"));
    print_result(finished, figure > 0 ? figure : cpu_us());
    return 0;
}
