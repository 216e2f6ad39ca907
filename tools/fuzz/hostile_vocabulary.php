<?php
// What hostile programs do beyond OPERATIONS, and what they do from inside of calls.
declare(strict_types=1);

const HOSTILE_OPERATIONS = [
    'handle_signals(true, {bool})' => 3,
    'alarm_in({number 2000} + 1, {number 3000})' => 6,
    'posix_kill(getmypid(), SIGUSR1)' => 4,
    "stream_filter_append({any}, 'hostile', {side})" => 5,
    "{new wrapped} = fopen('hostile://{number 14}', 'r+')" => 4,
    'fread({wrapped}, 10)' => 2,
    'fwrite({wrapped}, {data})' => 2,
    '{any} = new Destructs({any})' => 5,
    'gc_collect_cycles()' => 2,
    'Fiber::getCurrent() && Fiber::suspend()' => 6,
    '$s[{number 14}] = socket_import_stream({any})' => 2,
    '{any} instanceof Socket && socket_close({any})' => 1,
    'fill({pair})' => 1,
    'choose({slots 30}, {slots 10}, {slots 5}, {microseconds})' => 5,
    'choose(range(0, 13), range(0, 13), [], 2000)' => 4,
    'stream_select_many({any})' => 4,
    'stream_socket_accept({listener}, {tiny})' => 4,
];

/** Deeds that are fine anywhere. */
const DEEDS = [
    'nothing()' => 30,
    "throw new Exception('deed')" => 6,
    'Fiber::getCurrent() && Fiber::suspend()' => 2,
    'gc_collect_cycles()' => 3,
    'fread({reader}, {length})' => 2,
    'fwrite({writer}, {data})' => 2,
    'stream_set_blocking({any}, {bool})' => 2,
    'stream_socket_shutdown({any}, {how})' => 3,
    'choose({slots 5}, {slots 3}, [], {microseconds})' => 3,
    'stream_socket_accept({listener}, {tiny})' => 2,
    '{new pair} = keep(stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0))' => 1,
    "{new stream} = keep(stream_socket_client(at({listener}, 'tcp'), \$no, \$text, 0.01))" => 2,
    'posix_kill(getmypid(), SIGUSR1)' => 1,
    'exit(0)' => 1,
];

/** And those that take a stream away. PHP itself crashes when that happens to a stream within its own filter or wrapper. */
const CLOSING_DEEDS = [
    'fclose({any})' => 6,
    '{any} = null' => 6,
    '$s = array_fill(0, SLOTS, null)' => 2,
    'stream_socket_enable_crypto({any}, {bool}, {method})' => 1,
];

/** Where deeds are done, and whether they may close. */
const PLACES = ['signal' => true, 'destructor' => true, 'error' => false, 'filter' => false, 'wrapper' => false];
