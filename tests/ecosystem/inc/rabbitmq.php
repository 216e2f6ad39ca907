<?php
declare(strict_types=1);
require_once __DIR__ . '/services.php';

/** A RabbitMQ without plugins, all of it in the scenario's directory. Its port; its user is guest, guest. */
function rabbitmq_server(): int
{
    $home = temp_path('rabbitmq');
    mkdir($home, 0700);
    file_put_contents("$home/plugins", "[].\n");
    file_put_contents("$home/env.conf", '');
    file_put_contents("$home/rabbitmq.conf", "num_acceptors.tcp = 2\n");
    // By which Erlang's nodes find each other; it would be started for good, and on all addresses.
    $names = service('epmd', fn ($port) => ['epmd', '-address', '127.0.0.1', '-port', "$port"]);
    return service('rabbitmq', function ($port) use ($home, $names) {
        $own = ['NODENAME' => "node$port@localhost", 'NODE_IP_ADDRESS' => '127.0.0.1', 'NODE_PORT' => $port, 'DIST_PORT' => free_port(),
            'MNESIA_BASE' => "$home/data", 'LOG_BASE' => "$home/log", 'ENABLED_PLUGINS_FILE' => "$home/plugins",
            'CONFIG_FILE' => "$home/rabbitmq.conf", 'CONF_ENV_FILE' => "$home/env.conf", 'ADVANCED_CONFIG_FILE' => "$home/none.config",
            'PID_FILE' => "$home/pid", 'ALLOW_INPUT' => 'yes', 'SERVER_START_ARGS' => '-noinput'];
        $settings = array_map(fn ($name, $value) => "RABBITMQ_$name=$value", array_keys($own), $own);
        return ['env', "HOME=$home", "ERL_EPMD_PORT=$names", 'ERL_EPMD_ADDRESS=127.0.0.1', ...$settings, '/usr/lib/rabbitmq/bin/rabbitmq-server'];
    });
}
