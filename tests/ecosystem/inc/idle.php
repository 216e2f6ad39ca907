<?php
declare(strict_types=1);

// More than stock PHP can: its select() ends at descriptor 1023. IDLE=300 shows that the rest is sound on stock PHP, too.
define('IDLE', (int) (getenv('IDLE') ?: 5000));

/** Starts inc/idle_clients.php, whose limit of descriptors is its own. @return array{resource, resource} process, output */
function idle_clients(string $address): array
{
    $command = php_command(__DIR__ . '/idle_clients.php', $address, (string) IDLE);
    return [proc_open($command, [1 => ['pipe', 'w'], 2 => ['redirect', 1]], $pipes), $pipes[1]];
}

/** Takes whole requests off the front of $buffer; returns the answers to them. */
function answers(string &$buffer): string
{
    $answers = '';
    while (($end = strpos($buffer, "\r\n\r\n")) !== false) {
        $body = 'you asked for ' . explode(' ', $buffer)[1] . "\n";
        $answers .= "HTTP/1.1 200 OK\r\nContent-Length: " . strlen($body) . "\r\n\r\n$body";
        $buffer = substr($buffer, $end + 4);
    }
    return $answers;
}

/** Whether all that the clients said was heard. */
function all_served(string $said, int $most, int $left): bool
{
    echo $said, $most > IDLE ? 'all of them' : $most, " were open at once, $left are left\n";
    return $said === IDLE . " are idle\n500 of 500 requests of others answered\n" . IDLE . " of the idle answered\n"
        && $most > IDLE && $left === 0;
}
