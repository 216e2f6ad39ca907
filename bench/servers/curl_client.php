<?php
// Row 22a: a client on one connection. Arguments: how many requests; the server's port.
require __DIR__ . '/common.php';

[, $total, $port] = $argv;
$curl = curl_init("http://127.0.0.1:$port/bench");
curl_setopt($curl, CURLOPT_RETURNTRANSFER, true);
curl_exec($curl); // connects
$begin = cpu_us();
for ($count = 0; $count < (int) $total && curl_exec($curl) === substr(REPLY, -56); $count++);
print_result($count, cpu_us() - $begin);
