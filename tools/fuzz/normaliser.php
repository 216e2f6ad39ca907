<?php
// A trace without what is another each time: ports, descriptors, process ids, inode numbers.
declare(strict_types=1);

const NORMAL = [
    '/(127\.0\.0\.\d+|0\.0\.0\.0|::1|\[::(?:1|ffff:127\.0\.0\.1)?\]|localhost):\d{4,5}\b/' => '$1:PORT',
    '/\[false, \d+, (string\(9\d|"Unable to find the socket transport)/' => '[false, ?, $1', // PHP never sets it
    '/Resource id #\d+/' => 'Resource id #N',
    '~php://fd/\d+~' => 'php://fd/N',
    '/max_fd=\d+/' => 'max_fd=N',
    '/fuzz-\d+/' => 'fuzz-N',
    '/ in \S+ on line \d+/' => '',
    '/called in \S+ on line \d+/' => '',
];

/** @return list<string> */
function normalised(string $trace): array
{
    $trace = preg_replace(array_keys(NORMAL), array_values(NORMAL), $trace);
    return $trace === '' ? [] : explode("\n", rtrim($trace, "\n"));
}
