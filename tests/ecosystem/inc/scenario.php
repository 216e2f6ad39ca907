<?php
// What every file in tests/ecosystem begins with. Such a file is a plain script of one library:
//
//   // library: react/socket       or  // extension: igbinary redis  (loaded in this order; Debian's php-igbinary, php-redis)
//                               or  // peer: nginx   (a program of the Debian package so named is at the other end)
//   // needs: redis-server nginx   Debian packages, if any
//   // limit: 120                  seconds that a scenario may take, if 60 is too short
//   // only: uvstream              stock PHP cannot do this; it passes when it ends with ok
//   // tasks: yes                  inc/tasks.php has it all done at once; the same, but --stock-only does it one by one
//
//   require __DIR__ . '/inc/scenario.php';
//   scenario('what it proves', function () { echo "what was seen\n"; return $all_is_well; });
//
// bin/ecosystem runs each scenario in a process of its own, in a session and with a temporary directory of its own
// (whatever a scenario starts is ended with it), so what a scenario needs it starts itself, not the top of the file.
// Its transcript must be the same on every run: no times, process ids or object numbers. Ports after a loopback address
// and temporary paths are masked by the runner.
// By hand: php [-d extension=…] tests/ecosystem/react-socket.php [SCENARIO…]
declare(strict_types=1);
require_once __DIR__ . '/../../inc/service.inc';

error_reporting(E_ALL);

/** Prints what $body prints, then `ok` if it returned true. Nothing but `ok` counts as a proof. */
function scenario(string $name, callable $body): void
{
    static $names = [];
    isset($names[$name]) && throw new LogicException("two scenarios are named '$name'");
    $names[$name] = true;
    $wanted = array_slice($_SERVER['argv'], 1);
    if ($wanted === ['--list']) {
        echo "$name\n";
        return;
    }
    if ($wanted !== [] && !in_array($name, $wanted, true)) {
        return;
    }
    echo "== $name\n";
    try {
        $result = $body();
        echo $result === true ? "ok\n" : 'failed: returned ' . var_export($result, true) . "\n";
    } catch (Throwable $e) {
        for ($cause = $e; $cause !== null; $cause = $cause->getPrevious()) {
            echo 'failed: ', $cause::class, ': ', $cause->getMessage(), "\n";
        }
    }
}

/** The command line of a PHP like this one, with uvstream if this one has it. @return list<string> */
function php_command(string ...$arguments): array
{
    $command = [PHP_BINARY, '-d', 'display_errors=1', '-d', 'log_errors=0', '-d', 'memory_limit=1G'];
    if (extension_loaded('uvstream')) {
        $module = getenv('ECOSYSTEM_MODULE') ?: dirname(__DIR__, 3) . '/.b/local/obj/modules/uvstream.so';
        array_push($command, '-d', "extension=$module");
    }
    foreach (array_filter(explode(' ', getenv('ECOSYSTEM_EXTENSIONS') ?: '')) as $extension) {
        array_push($command, '-d', "extension=$extension");
    }
    return [...$command, ...$arguments];
}

/** A path in the scenario's own temporary directory. */
function temp_path(string $name): string
{
    return sys_get_temp_dir() . "/$name";
}

/** The path of a self-made certificate for localhost and 127.0.0.1, with its key in the same file. */
function certificate(): string
{
    $path = temp_path('certificate.pem');
    if (!is_file($path)) {
        $conf = temp_path('openssl.conf');
        file_put_contents($conf, "[req]\ndistinguished_name=dn\n[dn]\n"
            . "[v3]\nbasicConstraints=CA:TRUE\nsubjectAltName=DNS:localhost,IP:127.0.0.1\n");
        $options = ['config' => $conf, 'digest_alg' => 'sha256', 'x509_extensions' => 'v3',
            'private_key_bits' => 2048, 'private_key_type' => OPENSSL_KEYTYPE_RSA];
        $key = openssl_pkey_new($options);
        $request = openssl_csr_new(['commonName' => 'localhost'], $key, $options);
        openssl_x509_export(openssl_csr_sign($request, null, $key, 2, $options), $certificate);
        openssl_pkey_export($key, $private, null, $options);
        file_put_contents($path, $certificate . $private);
    }
    return $path;
}

/** $length bytes that look random and are the same every time. */
function payload(int $length): string
{
    static $block = null;
    if ($block === null) {
        for ($i = 0; $i < 2048; $i++) {
            $block .= hash('sha256', "block $i", true);
        }
    }
    for ($all = ''; strlen($all) < $length;) {
        $all .= hash('sha256', (string) strlen($all), true) . $block;
    }
    return substr($all, 0, $length);
}

$autoload = (getenv('ECOSYSTEM_VENDOR') ?: dirname(__DIR__, 3) . '/.b/ecosystem/vendor') . '/autoload.php';
is_file($autoload) || exit("bin/ecosystem installs the libraries; they are not there yet\n");
require $autoload;
