/*
 * The load for TLS: as load.c, with OpenSSL. It verifies nothing: the server is what is measured.
 *
 *     load_tls [-n COUNT] [-c CONNECTIONS] [-a ACTIVE] [-w MICROSECONDS] [-s] MODE PORT
 *
 *     keep    -c connections, of which -a (all) are in use: request, whole reply, next request
 *     churn   -c at a time: connect, a full handshake, request, reply, close_notify, close; at the end BYE
 *     resume  the same, each connection but the first resuming an earlier one's session; fails if the server refuses
 *     send    sends COUNT bytes through one connection
 *     recv    reads one connection to its end; fails unless COUNT bytes came
 *     serve   is the server, with the certificate $BENCH_CERTIFICATE: prints its port, then COUNT times, one after the
 *             other: handshake, request, reply, close_notify, close
 *     reserve the same; fails unless all connections but the first resume a session
 *
 * -s and -w are load.c's.
 */
#define _GNU_SOURCE
#include "bench.h"
#include <fcntl.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/epoll.h>

enum { PLACES = 4096 };

static long count = 1000, started, finished, resumed;
static int connections = 1, active, pause_us, spin, port, resumes;
static SSL_CTX* context;
static SSL_SESSION* session; /* the newest that the server gave */

/* By descriptor. */
static struct {
    SSL* tls;
    int is_ready; /* the handshake is over and the first request is sent */
    size_t got;   /* of the present reply */
    long left;    /* requests still to be made; equal shares, as in load.c */
} places[PLACES];

_Noreturn static void fail_tls(const char* what) {
    ERR_print_errors_fp(stderr);
    fail(what);
}

static int keep_session(SSL* tls, SSL_SESSION* fresh) {
    (void)tls;
    if (session) SSL_SESSION_free(session);
    session = fresh;
    return 1; /* it is ours now */
}

/* Whether an operation that gave this result is to be tried again once there is more to read; 0 is the end. */
static int again(SSL* tls, int result, const char* what) {
    int error = SSL_get_error(tls, result);
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) return 1;
    if (error != SSL_ERROR_ZERO_RETURN) fail_tls(what);
    return 0;
}

static void wait_for(int descriptor, short events) {
    struct pollfd one = {.fd = descriptor, .events = events};
    if (!spin && poll(&one, 1, 10000) < 1) fail("no answer");
}

static int open_socket(void) {
    struct sockaddr_in address = loopback(port);
    int descriptor = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    if (descriptor < 0 || connect(descriptor, (struct sockaddr*)&address, sizeof(address))) fail("connect");
    if (descriptor >= PLACES) fail("too many connections");
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    fcntl(descriptor, F_SETFL, O_NONBLOCK);
    SSL* tls = SSL_new(context);
    SSL_set_fd(tls, descriptor);
    SSL_set_connect_state(tls);
    if (resumes && session) SSL_set_session(tls, session);
    places[descriptor].tls = tls;
    places[descriptor].is_ready = 0;
    places[descriptor].got = 0;
    return descriptor;
}

/* The server has closed. A reset instead of TIME_WAIT keeps port numbers free. */
static void close_socket(int descriptor) {
    struct linger reset = {.l_onoff = 1, .l_linger = 0};
    SSL_free(places[descriptor].tls);
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &reset, sizeof(reset));
    close(descriptor);
}

/* Says that no more comes, and reads what is still there: else the close would be a reset, which the server may see
 * before it has read all. */
static void end_well(int descriptor) {
    static char rest[8192];
    SSL* tls = places[descriptor].tls;
    SSL_shutdown(tls);
    shutdown(descriptor, SHUT_WR);
    while (SSL_read(tls, rest, sizeof(rest)) > 0) {
    }
    SSL_free(tls);
    close(descriptor);
}

static void handshake(int descriptor) {
    SSL* tls = places[descriptor].tls;
    for (int result; (result = SSL_do_handshake(tls)) != 1;) {
        if (!again(tls, result, "handshake")) fail("handshake");
        wait_for(descriptor, POLLIN);
    }
}

/* A request fits into the socket's buffer. */
static void send_text(int descriptor, const char* text) {
    if (SSL_write(places[descriptor].tls, text, strlen(text)) != (int)strlen(text)) fail_tls("send");
}

static void watch(int poller, int descriptor) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = descriptor};
    if (epoll_ctl(poller, EPOLL_CTL_ADD, descriptor, &event)) fail("epoll_ctl");
}

/* Takes the handshake as far as it goes now, and makes the first request when it is over. */
static void shake_hands(int descriptor) {
    SSL* tls = places[descriptor].tls;
    int result = SSL_do_handshake(tls);
    if (result == 1) {
        resumed += SSL_session_reused(tls);
        places[descriptor].is_ready = 1;
        send_text(descriptor, REQUEST);
    } else if (!again(tls, result, "handshake"))
        fail("handshake");
}

static void start_churn(int poller) {
    if (started >= count) return;
    started++;
    if (pause_us) usleep(pause_us);
    int descriptor = open_socket();
    watch(poller, descriptor);
    shake_hands(descriptor);
}

/* The next request of a connection that is kept, if it has one. */
static void request(int descriptor, int first) {
    if (places[descriptor].left-- <= 0) return;
    started++;
    if (pause_us && !first) usleep(pause_us);
    send_text(descriptor, REQUEST);
}

static void on_readable(int poller, int descriptor, int churn) {
    static char buffer[8192];
    SSL* tls = places[descriptor].tls;
    int got;
    if (!places[descriptor].is_ready) shake_hands(descriptor);
    if (!places[descriptor].is_ready) return;
    while ((got = SSL_read(tls, buffer, sizeof(buffer))) > 0) {
        places[descriptor].got += got;
        if (!churn && places[descriptor].got == REPLY_SIZE) {
            places[descriptor].got = 0;
            finished++;
            request(descriptor, 0);
            return; /* nothing can have come yet */
        }
    }
    if (again(tls, got, "read")) return;
    if (!churn || places[descriptor].got != REPLY_SIZE) fail("short reply");
    close_socket(descriptor);
    finished++;
    start_churn(poller);
}

static void run(int churn) {
    int poller = epoll_create1(EPOLL_CLOEXEC), descriptors[PLACES];
    struct epoll_event events[256];
    for (int i = 0; i < connections && !churn; i++) {
        int descriptor = descriptors[i] = open_socket();
        handshake(descriptor);
        places[descriptor].is_ready = 1;
        places[descriptor].left = i < active ? count / active + (i < count % active) : 0;
        watch(poller, descriptor);
    }
    for (int i = 0; i < connections && churn; i++) start_churn(poller);
    for (int i = 0; i < active && !churn; i++) request(descriptors[i], 1);
    while (finished < started) {
        int ready = epoll_wait(poller, events, 256, spin ? 0 : 10000);
        if (ready < 0 || (ready == 0 && !spin)) fail("no reply");
        for (int i = 0; i < ready; i++) on_readable(poller, events[i].data.fd, churn);
    }
    for (int i = 0; i < connections && !churn; i++) end_well(descriptors[i]);
    if (resumes && resumed < count - connections) fail("the server did not resume");
    if (churn) {
        int descriptor = open_socket();
        handshake(descriptor);
        send_text(descriptor, BYE);
        end_well(descriptor);
    }
}

static void run_bulk(int sending) {
    static char buffer[65536];
    int descriptor = open_socket(), window = 1000000;
    SSL* tls = places[descriptor].tls;
    setsockopt(descriptor, SOL_SOCKET, sending ? SO_SNDBUF : SO_RCVBUF, &window, sizeof(window));
    handshake(descriptor);
    while (!sending || finished < count) {
        int size = !sending || count - finished > (long)sizeof(buffer) ? (int)sizeof(buffer) : (int)(count - finished);
        int moved = sending ? SSL_write(tls, buffer, size) : SSL_read(tls, buffer, size);
        if (moved > 0)
            finished += moved;
        else if (!again(tls, moved, sending ? "send" : "recv"))
            break;
        else
            wait_for(descriptor, sending ? POLLOUT : POLLIN);
    }
    if (finished != count) fail("byte count");
    end_well(descriptor);
}

static int listener(void) {
    struct sockaddr_in address = loopback(0);
    socklen_t size = sizeof(address);
    int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    if (descriptor < 0 || bind(descriptor, (struct sockaddr*)&address, size) || listen(descriptor, 16)) fail("listen");
    if (getsockname(descriptor, (struct sockaddr*)&address, &size)) fail("getsockname");
    print_port(&address);
    return descriptor;
}

static void serve(int resuming) {
    const char* certificate = getenv("BENCH_CERTIFICATE");
    char buffer[8192];
    context = SSL_CTX_new(TLS_server_method());
    SSL_CTX_set_session_id_context(context, (const unsigned char*)"bench", 5);
    if (!certificate || SSL_CTX_use_certificate_chain_file(context, certificate) != 1 ||
        SSL_CTX_use_PrivateKey_file(context, certificate, SSL_FILETYPE_PEM) != 1)
        fail_tls("certificate");
    for (int server = listener(); finished < count; finished++) {
        int descriptor = accept(server, NULL, NULL);
        SSL* tls = SSL_new(context);
        if (descriptor < 0 || !SSL_set_fd(tls, descriptor) || SSL_accept(tls) != 1) fail_tls("accept");
        resumed += SSL_session_reused(tls);
        if (SSL_read(tls, buffer, sizeof(buffer)) < 1) fail_tls("read");
        if (SSL_write(tls, REPLY, REPLY_SIZE) != (int)REPLY_SIZE) fail_tls("write");
        SSL_shutdown(tls);
        SSL_free(tls);
        close(descriptor);
    }
    if (resuming && resumed < count - 1) fail("the client did not resume");
}

int main(int argc, char** argv) {
    for (int option; (option = getopt(argc, argv, "n:c:a:w:s")) != -1;) {
        switch (option) {
        case 'n': count = atol(optarg); break;
        case 'c': connections = atoi(optarg); break;
        case 'a': active = atoi(optarg); break;
        case 'w': pause_us = atoi(optarg); break;
        case 's': spin = 1; break;
        default: return 2;
        }
    }
    if (argc - optind != 2 || connections > PLACES - 96) fail("usage");
    const char* mode = argv[optind];
    port = atoi(argv[optind + 1]); /* 0 for a server */
    resumes = !strcmp(mode, "resume");
    if (active == 0 || active > connections) active = connections;

    context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_mode(context, SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    if (resumes) {
        SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
        SSL_CTX_sess_set_new_cb(context, keep_session);
    }
    if (!strcmp(mode, "serve") || !strcmp(mode, "reserve"))
        serve(mode[0] == 'r');
    else if (!strcmp(mode, "send") || !strcmp(mode, "recv"))
        run_bulk(mode[0] == 's');
    else
        run(resumes || !strcmp(mode, "churn"));
    print_result(finished, cpu_us());
    return 0;
}
