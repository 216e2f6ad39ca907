<?php
// What the pictures of lives show, row by row from left to right: [its layer, the file below it, functions or classes in
// that file, what happens]. A layer that stands there a second time comes below the first.
declare(strict_types=1);

const LIVES = [
    'connection' => [
        'title' => 'The life of a connection',
        'layers' => ['php', 'stream', 'net', 'sched', 'loop'],
        'rows' => [
            'listen' => [
                ['php', 'server_functions', 'stream_socket_server', 'PHP makes the stream by the transport\'s factory, which is ours'],
                ['stream', 'transport_table', 'make_stream', 'the stream below is PHP\'s or ext/openssl\'s; its operations are ours'],
                ['stream', 'plain/server_ops', 'bind_server listen_server', 'reads the context\'s options and the address'],
                ['net', 'listener', 'bind_to listen_on', 'system calls; an error has its errno and which call it was'],
            ],
            'accept' => [
                ['php', 'server_functions', 'stream_socket_accept', ''],
                ['stream', 'plain/server_ops', 'accept_client', 'with the listener\'s timeout, as a deadline'],
                ['net', 'listener', 'accept_from', 'tries at once'],
                ['sched', 'scheduler', 'Scheduler::park', 'only if nobody was there: see the life of a wait'],
            ],
            'its stream' => [
                ['stream', 'plain/server_ops', 'make_client', 'a stream like its listener\'s'],
                ['stream', 'descriptors', 'opened', 'what its number meant is void'],
                ['loop', 'watcher_table', 'WatcherTable::opened', 'the last one\'s uv_poll_t stays, to be used again'],
                ['stream', 'tls/tls_transports', 'accept_tls', 'on ssl://: a handshake, within the same deadline'],
            ],
            'read' => [
                ['stream', 'plain/read_write', 'op_read', 'PHP\'s fread(), fgets() and all others come here'],
                ['stream', 'use/exchange', 'Exchange', 'one reader at a time; others wait in line'],
                ['net', 'transfer', 'read_some', 'recv(), which waits for nothing'],
                ['sched', 'scheduler', 'Scheduler::park', 'on EAGAIN; at once where the last read left nothing'],
            ],
            'write' => [
                ['stream', 'plain/read_write', 'op_write', ''],
                ['net', 'transfer', 'write_some', 'send(); what fits'],
                ['sched', 'scheduler', 'Scheduler::park', 'on EAGAIN'],
            ],
            'with TLS' => [
                ['stream', 'tls/tls_read', 'tls_read', 'calls ext/openssl\'s own operation, which may not block'],
                ['stream', 'tls/tls_wait', 'TlsWait', 'waits for what OpenSSL wants: to read or to write'],
                ['sched', 'scheduler', 'Scheduler::park', ''],
            ],
            'close' => [
                ['php', 'close_guard', 'fclose', 'in use by somebody? See the life of a stream that is closed'],
                ['stream', 'stream_ops', 'op_close', 'TLS says good-bye; then the close of PHP\'s stream below'],
                ['stream', 'descriptors', 'closing', 'what was known of the descriptor is forgotten'],
                ['loop', 'watcher_table', 'WatcherTable::closing', 'stops watching, before the number can be another\'s'],
            ],
        ],
    ],
    'wait' => [
        'title' => 'The life of a wait',
        'layers' => ['stream', 'net', 'sched', 'task', 'loop'],
        'rows' => [
            'try first' => [
                ['stream', 'use/waits', 'Waits', 'who waits: the strand that runs, for this stream'],
                ['net', 'tries', 'Tries::next', 'the call has said EAGAIN: wait, then try again'],
                ['net', 'wait', 'wait_for', 'as long as the deadline allows'],
                ['sched', 'scheduler', 'Scheduler::park', 'a signal\'s handler that is due runs first'],
            ],
            'alone' => [
                ['sched', 'scheduler', 'wait_in_place', 'no other strand, no look-up: nobody needs the loop'],
                ['loop', 'poll_wait', 'wait_one', 'one ppoll(), and back'],
            ],
            'with others' => [
                ['stream', 'use/stream_use', 'use_while_parked', 'counts who uses each stream of the call'],
                ['sched', 'scheduler', 'Scheduler::wait_on_loop', 'the strand has a record of each wait; they end together'],
                ['loop', 'watcher_table', 'WatcherTable::stand', 'last in the descriptor\'s line; it is watched from now on'],
            ],
            'others run' => [
                ['sched', 'dispatcher', 'Dispatcher::stay_parked', 'until it has happened, or something ends the wait'],
                ['sched', 'dispatcher', 'Dispatcher::take_ready', 'who is ready runs, in order'],
                ['loop', 'event_loop', 'EventLoop::turn', 'if nobody is ready: one turn, on the stack of who looks'],
            ],
            'a switch' => [
                ['sched', 'dispatcher', 'Dispatcher::run_others', ''],
                ['task', 'switching', 'switch_to', 'straight to that strand\'s C stack'],
            ],
            'woken' => [
                ['loop', 'watcher_table', 'WatcherTable::on_event', 'libuv\'s callback: it switches to nobody'],
                ['loop', 'wait_line', 'WaitLine::fire_first', 'the first in the line'],
                ['sched', 'strand', 'Strand::wake', 'into the queue of who is ready'],
                ['sched', 'timer_heap', 'TimerHeap::wake_due', 'or its time has come'],
            ],
            'back' => [
                ['sched', 'dispatcher', 'Dispatcher::end_of Dispatcher::end_wait', 'why it ended; it leaves every line, heap and queue'],
                ['stream', 'use/stream_use', 'end_use_while_parked', 'was the stream closed meanwhile?'],
            ],
            'its result' => [
                ['net', 'wait', 'result_of', 'ready: the call is tried again. Else ETIMEDOUT, EINTR, ECANCELED'],
            ],
        ],
    ],
    'close' => [
        'title' => 'The life of a stream that is closed while somebody uses it',
        'layers' => ['php', 'zend', 'stream', 'sched', 'loop'],
        'rows' => [
            'A reads' => [
                ['stream', 'use/stream_use', 'use_while_parked', 'A is among its users'],
                ['sched', 'dispatcher', 'Dispatcher::stay_parked', 'others run; among them B'],
            ],
            'B closes' => [
                ['php', 'close_guard', 'fclose', ''],
                ['stream', 'use/stream_use', 'close_in_use', 'A uses it: nothing is freed under A'],
                ['stream', 'use/closing', 'mark_closing', 'operations on it fail from now on'],
                ['sched', 'scheduler', 'Scheduler::cancel_waits', ''],
                ['loop', 'watcher_table', 'WatcherTable::cancel_waits', 'all in its lines are woken'],
            ],
            'A comes back' => [
                ['sched', 'dispatcher', 'Dispatcher::end_of', 'Woken::Closed'],
                ['stream', 'use/stream_use', 'end_use_while_parked leave', 'A was the last: it frees the stream, soon'],
                ['stream', 'plain/read_write', 'fail_read', 'A\'s fread() returns false'],
                ['zend', 'interrupt', 'request_interrupt', 'asks the engine for a safe point'],
            ],
            'a safe point' => [
                ['php', 'close_guard', 'on_interrupt', 'between two of A\'s opcodes'],
                ['stream', 'use/closing', 'free_closing_streams', 'does no call of A\'s have it as an argument?'],
                ['stream', 'stream_ops', 'op_close', 'now PHP frees it, and the descriptor is closed'],
                ['loop', 'watcher_table', 'WatcherTable::closing', ''],
            ],
            'or C code closes' => [
                ['stream', 'stream_ops', 'op_close', 'of mysqlnd, phpredis … who will not come back later'],
                ['stream', 'use/closing', 'await_other_users', 'marks it as above, and waits for the others to leave'],
                ['sched', 'scheduler', 'Scheduler::park_until_set', 'the last to leave wakes who closes'],
            ],
        ],
    ],
];
