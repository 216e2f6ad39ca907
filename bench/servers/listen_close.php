<?php
// Row 7: makes a listener and closes it, so many times; no load.
require __DIR__ . '/common.php';

$begin = cpu_us();
for ($count = 0, $total = (int) $argv[1]; $count < $total; $count++) {
    fclose(stream_socket_server('tcp://127.0.0.1:0'));
}
print_result($count, cpu_us() - $begin);
