/*
 * The same server as epoll_server.c, written as a libuv program: what libuv itself costs.
 *
 *     uv_server keep CONNECTIONS
 *     uv_server churn 1
 */
#define _GNU_SOURCE
#include "bench.h"
#include <uv.h>

static uv_loop_t* loop;
static int churn, expected, accepted, open_now;
static long requests;
static double begin;

static void give_buffer(uv_handle_t* handle, size_t suggested, uv_buf_t* buffer) {
    static char storage[8192];
    (void)handle, (void)suggested;
    *buffer = uv_buf_init(storage, sizeof(storage));
}

static void on_close(uv_handle_t* handle) {
    free(handle);
    if (--open_now == 0 && !churn && accepted >= expected) uv_stop(loop);
}

static void on_read(uv_stream_t* client, ssize_t got, const uv_buf_t* buffer) {
    if (got == 0) /* EAGAIN */
        return;
    if (got > 0 && buffer->base[0] == 'B') {
        uv_stop(loop);
    } else if (got > 0) {
        uv_buf_t reply = uv_buf_init((char*)REPLY, REPLY_SIZE);
        if (uv_try_write(client, &reply, 1) != (int)REPLY_SIZE) fail("uv_try_write");
        requests++;
    }
    if (got < 0 || churn) uv_close((uv_handle_t*)client, on_close);
}

static void on_connection(uv_stream_t* listener, int status) {
    uv_tcp_t* client = malloc(sizeof(*client));
    uv_tcp_init(loop, client);
    if (status < 0 || uv_accept(listener, (uv_stream_t*)client)) fail("uv_accept");
    open_now++;
    if (++accepted == expected) begin = cpu_us();
    uv_read_start((uv_stream_t*)client, give_buffer, on_read);
}

int main(int argc, char** argv) {
    if (argc != 3) fail("usage: uv_server keep|churn CONNECTIONS");
    churn = strcmp(argv[1], "churn") == 0;
    expected = atoi(argv[2]);
    loop = uv_default_loop();

    uv_tcp_t listener;
    struct sockaddr_in address = loopback(0);
    int length = sizeof(address);
    uv_tcp_init(loop, &listener);
    if (uv_tcp_bind(&listener, (struct sockaddr*)&address, 0) ||
        uv_listen((uv_stream_t*)&listener, SOMAXCONN, on_connection) ||
        uv_tcp_getsockname(&listener, (struct sockaddr*)&address, &length))
        fail("listen");
    print_port(&address);

    uv_run(loop, UV_RUN_DEFAULT);
    print_result(requests, cpu_us() - begin);
    return 0;
}
