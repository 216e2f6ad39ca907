<?php
// One of examples/, in a process of its own.
declare(strict_types=1);
require_once __DIR__ . '/services.php';

/** The process, once it has printed what the pattern says, and what that found. @return array{resource, string} */
function start_example(string $pattern, string $script, string ...$arguments): array
{
    $name = basename($script, '.php');
    $process = start_service($name, php_command(dirname(__DIR__, 3) . "/examples/$script", ...$arguments));
    for ($polls = 0; $polls < 3000; $polls++) {
        if (preg_match("~$pattern~", said_by($script), $m)) {
            return [$process, $m[1]];
        }
        usleep(10_000);
    }
    throw new RuntimeException("$script does not start: " . said_by($script));
}

/** All that an example has printed. */
function said_by(string $script): string
{
    return file_get_contents(temp_path(basename($script, '.php') . '.log'));
}

/** Composer's, of the libraries. */
function autoload_file(): string
{
    return dirname((new ReflectionClass(Composer\Autoload\ClassLoader::class))->getFileName(), 2) . '/autoload.php';
}

/** An example that sleeps as long as it is told: do clients that are slow, silent or gone hold nobody up, and does it stop? */
function sleeps_for_each(string $script): bool
{
    [$process, $address] = start_example('on (?:tcp://)?(\S+)', $script, autoload_file(), '127.0.0.1:0');
    $clients = array_map(fn () => stream_socket_client("tcp://$address"), range(0, 4));
    [$silent, $slow, $quick, $garbage, $gone] = $clients;
    fwrite($slow, "10000\n");
    fwrite($gone, "1\n");
    fclose($gone);
    fwrite($garbage, str_repeat("\xff", 1 << 16));
    fwrite($quick, "1\n");
    echo fgets($quick), fgets($garbage);
    [$late, $write, $except] = [[$slow], null, null];
    stream_select($late, $write, $except, 0);
    [$output, $status] = output_of(php_command(dirname(__DIR__, 3) . "/examples/$script", autoload_file(), $address));
    echo $output, "$status\n";
    proc_terminate($process, SIGTERM);
    while (($status = proc_get_status($process))['running']) {
        usleep(10_000);
    }
    return holds('the quick one first', $late === []) && holds('it stops', $status['exitcode'] === 0)
        && holds('it says so', (bool) preg_match("~\nstopped\n$~D", said_by($script))) && is_resource($silent);
}

/** @param list<string> $command @return array{string, int} */
function output_of(array $command): array
{
    $process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['redirect', 1]], $pipes);
    return [stream_get_contents($pipes[1]), proc_close($process)];
}
