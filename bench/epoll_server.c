/*
 * The floor: the cheapest sensible server, on bare epoll.
 *
 *     epoll_server keep CONNECTIONS    keep-alive; counts from when all have come until all have gone
 *     epoll_server churn 1             closes after each reply; ends at BYE
 *
 * Prints "port N", and at the end "result REQUESTS CPU_MICROSECONDS".
 */
#define _GNU_SOURCE
#include "bench.h"
#include <sys/epoll.h>

static int churn, expected, accepted, open_now, done;
static long requests;
static double begin;

static int make_listener(void) {
    struct sockaddr_in address = loopback(0);
    socklen_t length = sizeof(address);
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (listener < 0 || bind(listener, (struct sockaddr*)&address, length) || listen(listener, SOMAXCONN) ||
        getsockname(listener, (struct sockaddr*)&address, &length))
        fail("listen");
    print_port(&address);
    return listener;
}

static void watch(int poller, int descriptor) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = descriptor};
    if (epoll_ctl(poller, EPOLL_CTL_ADD, descriptor, &event)) fail("epoll_ctl");
}

static void accept_all(int poller, int listener) {
    int client;
    while ((client = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
        open_now++;
        if (++accepted == expected) begin = cpu_us();
        watch(poller, client);
    }
    if (errno != EAGAIN) fail("accept4");
}

static void answer(int client) {
    char request[8192];
    ssize_t got = recv(client, request, sizeof(request), 0);
    if (got < 0) fail("recv");
    if (got > 0 && request[0] == 'B') {
        done = 1;
    } else if (got > 0) {
        if (send(client, REPLY, REPLY_SIZE, MSG_NOSIGNAL) != (ssize_t)REPLY_SIZE) fail("send");
        requests++;
    }
    if (got == 0 || churn) {
        close(client);
        open_now--;
    }
}

int main(int argc, char** argv) {
    if (argc != 3) fail("usage: epoll_server keep|churn CONNECTIONS");
    churn = strcmp(argv[1], "churn") == 0;
    expected = atoi(argv[2]);
    int listener = make_listener();
    int poller = epoll_create1(EPOLL_CLOEXEC);
    watch(poller, listener);

    struct epoll_event events[256];
    while (!done) {
        int ready = epoll_wait(poller, events, 256, -1);
        for (int i = 0; i < ready; i++) {
            if (events[i].data.fd == listener)
                accept_all(poller, listener);
            else
                answer(events[i].data.fd);
        }
        if (!churn && accepted >= expected && open_now == 0) done = 1;
    }
    print_result(requests, cpu_us() - begin);
    return 0;
}
